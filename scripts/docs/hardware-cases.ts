import { App, Chart } from 'cdk8s';
import { PersistentVolumeClaim, Secret } from 'cdk8s-plus-28';
import { Accelerator, DataPlane, Engine, type IEngine, LlmdError, LlmdStack, Model } from '../../lib';

const ID = 'org/model-8B';

/** Accelerators by the call that makes them. */
export const ACCELERATORS: { readonly [call: string]: Accelerator } = {
  'Accelerator.nvidia': Accelerator.nvidia({ count: 2 }),
  'Accelerator.amd': Accelerator.amd({ count: 2 }),
  'Accelerator.intelXpu': Accelerator.intelXpu({ count: 2 }),
  'Accelerator.intelGaudi': Accelerator.intelGaudi({ count: 2 }),
  'Accelerator.googleTpu': Accelerator.googleTpu({ type: 'tpu-v6e-slice', topology: '2x4' }),
  'Accelerator.ascend': Accelerator.ascend({ count: 2 }),
  'Accelerator.deviceClaim': Accelerator.deviceClaim({ deviceClass: 'gpu.nvidia.com', count: 2 }),
};

/** Engines by the call that makes them; those without an accelerator run on CPUs. */
export const ENGINES: { readonly [call: string]: (accelerator: Accelerator) => IEngine } = {
  'Engine.vllm': (accelerator) => Engine.vllm({ accelerator }),
  'Engine.sglang': (accelerator) => Engine.sglang({ accelerator }),
};
export const CPU_ENGINES: { readonly [call: string]: () => IEngine } = {
  'Engine.vllmCpu': () => Engine.vllmCpu(),
  'Engine.simulator': () => Engine.simulator(),
};

/** Model sources by the call that makes them. */
export const SOURCES: { readonly [call: string]: (chart: Chart) => Model } = {
  'Model.huggingFace': (chart) => Model.huggingFace(ID, { token: Secret.fromSecretName(chart, 'token', 'hub') }),
  'Model.volume': (chart) =>
    Model.volume(PersistentVolumeClaim.fromClaimName(chart, 'claim', 'models'), { id: ID, path: 'model' }),
  'Model.image': () => Model.image('registry.example/models/model:v1', { id: ID }),
  'Model.objectStorage': (chart) =>
    Model.objectStorage('s3://models/model', { credentials: Secret.fromSecretName(chart, 'keys', 's3') }),
};

/** An object of a stack, as far as the page reads it. */
export interface StackObject {
  readonly spec?: { readonly template?: { readonly spec: { readonly containers: readonly PodContainer[] } } };
}

interface PodContainer {
  readonly name: string;
  readonly image: string;
}

/** One engine on one accelerator with one model source: the objects of a stack, or why there is none. */
export interface HardwareCase {
  readonly engine: string;
  /** Undefined for CPUs. */
  readonly accelerator?: string;
  readonly source: string;
  readonly objects?: readonly StackObject[];
  readonly refusal?: LlmdError;
}

/** Every engine on every accelerator with every model source. */
export function hardwareCases(): HardwareCase[] {
  const onCpus = Object.entries(CPU_ENGINES).map(([engine, make]) => ({ engine, make }));
  const onAccelerators = Object.entries(ENGINES).flatMap(([engine, make]) =>
    Object.entries(ACCELERATORS).map(([accelerator, it]) => ({ engine, accelerator, make: () => make(it) })),
  );
  return [...onAccelerators, ...onCpus].flatMap(({ make, ...pair }) =>
    Object.keys(SOURCES).map((source) => ({ ...pair, source, ...made(make, SOURCES[source]) })),
  );
}

function made(engine: () => IEngine, source: (chart: Chart) => Model): Pick<HardwareCase, 'objects' | 'refusal'> {
  const app = new App();
  try {
    const model = source(new Chart(app, 'references'));
    const stack = new LlmdStack(app, 'llm', {
      model,
      engine: engine(),
      replicas: 2,
      dataPlane: DataPlane.standaloneEnvoy(),
    });
    return { objects: stack.toJson() as StackObject[] };
  } catch (error) {
    if (!LlmdError.isLlmdError(error)) throw error;
    return { refusal: error };
  }
}
