import type { EngineFactory, EngineRequest, EngineSpec } from './engine-spec';
import { simulator, type SimulatorOptions } from './simulator';
import { vllmCpu, type VllmCpuOptions } from './vllm-cpu';

/** The program that runs a model and answers vLLM's HTTP API. */
export class Engine {
  /** vLLM on CPUs. */
  static vllmCpu(options: VllmCpuOptions = {}): Engine {
    return new Engine(vllmCpu(options));
  }

  /** llm-d-inference-sim, which answers vLLM's API without a model: for laptops, tests and load experiments. */
  static simulator(options: SimulatorOptions = {}): Engine {
    return new Engine(simulator(options));
  }

  private constructor(private readonly factory: EngineFactory) {}

  /** @internal */
  _specify(request: EngineRequest): EngineSpec {
    return this.factory(request);
  }
}
