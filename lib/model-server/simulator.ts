import type { EnvVar } from '../../imports/k8s';
import { checkedImage } from '../kubernetes/image';
import type { EngineFactory } from './engine-spec';

/** Options of `Engine.simulator`. */
export interface SimulatorOptions {
  /**
   * Image of llm-d-inference-sim, with a version tag. Floating tags are refused.
   * @default ghcr.io/llm-d/llm-d-inference-sim:v0.10.2
   */
  readonly image?: string;
}

/**
 * llm-d-inference-sim: vLLM's API, metrics and load behaviour without a model. No GPU, 10 millicores. It has no flag
 * for the drain: after SIGTERM it finishes running requests for up to 30 s by itself.
 * @internal
 */
export function simulator(options: SimulatorOptions): EngineFactory {
  const image = checkedImage('Engine.simulator', options.image ?? 'ghcr.io/llm-d/llm-d-inference-sim:v0.10.2');
  return ({ model, servedModelNames, port }) => ({
    app: 'llm-d-inference-sim',
    image,
    args: [
      `--model=${model.id}`,
      '--served-model-name',
      ...servedModelNames,
      `--port=${port}`,
      // With a real model's name it would ask the hub for a tokenizer.
      '--force-dummy-tokenizer',
    ],
    // The simulator names itself in the headers x-inference-pod and x-inference-namespace of its answers.
    env: [podField('POD_NAME', 'metadata.name'), podField('POD_NAMESPACE', 'metadata.namespace')],
    mounts: [],
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '256Mi' } },
    leastMemoryMebibytes: 16,
    user: 65532,
    readyPath: '/health/ready',
    livePath: '/health',
  });
}

function podField(name: string, fieldPath: string): EnvVar {
  return { name, valueFrom: { fieldRef: { fieldPath } } };
}
