import { Size } from 'cdk8s';
import { EnvFieldPaths, EnvValue } from 'cdk8s-plus-28';
import { SIMULATOR_IMAGE } from '../catalogue/engines/simulator';
import { checkedImage } from '../kubernetes/image';
import type { EngineRequest, EngineSpec, IEngine } from './engine-contract';

/** Options of `Engine.simulator`. */
export interface SimulatorOptions {
  /**
   * Image of llm-d-inference-sim, with a version tag. Floating tags are refused.
   * @default ghcr.io/llm-d/llm-d-inference-sim:v0.10.2
   */
  readonly image?: string;
  /**
   * Data-parallel ranks of a pod, 1 to 8: `--data-parallel-size`. Each has a port of its own, from the model server's
   * port on.
   * @default 1
   */
  readonly dataParallelSize?: number;
}

/**
 * llm-d-inference-sim: vLLM's API, metrics and load behaviour without a model. It needs no GPU and 10 millicores. It has
 * no flag for the drain: after SIGTERM it finishes running requests for up to 30 s by itself.
 */
export class Simulator implements IEngine {
  private readonly image: string;

  constructor(private readonly options: SimulatorOptions) {
    this.image = checkedImage('Engine.simulator', options.image ?? SIMULATOR_IMAGE);
  }

  specify({ model, servedModelNames, port }: EngineRequest): EngineSpec {
    const { dataParallelSize = 1 } = this.options;
    return {
      name: 'llm-d-inference-sim',
      image: this.image,
      args: [
        `--model=${model.id}`,
        '--served-model-name',
        ...servedModelNames,
        `--port=${port}`,
        ...(dataParallelSize === 1 ? [] : [`--data-parallel-size=${dataParallelSize}`]),
        // With a real model's name it would ask the hub for a tokenizer.
        '--force-dummy-tokenizer',
      ],
      // The simulator names itself in the headers x-inference-pod and x-inference-namespace of its answers.
      env: {
        POD_NAME: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME),
        POD_NAMESPACE: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAMESPACE),
      },
      mounts: [],
      resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '256Mi' } },
      reservedMemory: Size.mebibytes(16),
      user: 65532,
      readyPath: '/health/ready',
      livePath: '/health',
      portCount: dataParallelSize,
    };
  }
}
