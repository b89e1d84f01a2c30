import type { EngineSpec, IEngine } from './engine-contract';
import { CustomEngine } from './custom-engine';
import { Sglang } from './sglang';
import type { SglangOptions } from './sglang-options';
import { Simulator } from './simulator';
import type { SimulatorOptions } from './simulator-options';
import { Vllm } from './vllm/vllm';
import type { VllmOptions } from './vllm/vllm-options';
import { VllmCpu, type VllmCpuOptions } from './vllm/vllm-cpu';

/** The engines of this library. `Engine.custom` is for any other, and so is an implementation of `IEngine`. */
export class Engine {
  /** vLLM on accelerators. */
  static vllm(options: VllmOptions): IEngine {
    return new Vllm(options);
  }

  /** vLLM on CPUs. */
  static vllmCpu(options: VllmCpuOptions = {}): IEngine {
    return new VllmCpu(options);
  }

  /** llm-d-inference-sim, which answers vLLM's API without a model: for laptops, tests and load experiments. */
  static simulator(options: SimulatorOptions = {}): IEngine {
    return new Simulator(options);
  }

  /** SGLang on GPUs of NVIDIA or AMD. */
  static sglang(options: SglangOptions): IEngine {
    return new Sglang(options);
  }

  /**
   * Any program that answers vLLM's HTTP API, with a fixed command line. An engine whose arguments depend on the model
   * server (model, names, port, drain) is an implementation of `IEngine`.
   */
  static custom(spec: EngineSpec): IEngine {
    return new CustomEngine(spec);
  }
}
