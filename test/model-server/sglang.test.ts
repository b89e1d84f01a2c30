import {
  Accelerator,
  Drain,
  Engine,
  type EngineRequest,
  LlmdStack,
  Model,
  ModelServer,
  RocmGpu,
  type SglangOptions,
} from '../../lib';
import { SGLANG_CHECKS } from '../../lib/model-server/sglang-options';
import { validate } from '../../lib/validation';
import { mainContainer, podSpec } from '../support/objects';
import { SGLANG_CASES, gpus } from '../support/sglang-cases';
import { synth } from '../support/synth';

const model = Model.huggingFace('Qwen/Qwen3-32B', { revision: '0123456789012345678901234567890123456789' });

function objectsOf(options: SglangOptions, extraArgs?: string[]) {
  return synth((chart) => new ModelServer(chart, 'qwen', { model, engine: Engine.sglang(options), extraArgs }));
}

const argumentsOf = (options: SglangOptions, extraArgs?: string[]) => mainContainer(objectsOf(options, extraArgs)).args;

const REQUEST: EngineRequest = {
  model,
  servedModelNames: ['qwen'],
  port: 8000,
  drain: Drain.of(),
  adapters: [],
  nodesPerReplica: 1,
  extraArgs: [],
};

test('one GPU: no more than SGLang needs, metrics for the endpoint picker, all interfaces', () => {
  expect(mainContainer(objectsOf({ accelerator: gpus(1) }))).toMatchObject({
    name: 'sglang',
    image: 'lmsysorg/sglang:v0.5.20',
    command: ['python3', '-m', 'sglang.launch_server'],
    args: [
      '--model-path=Qwen/Qwen3-32B',
      '--revision=0123456789012345678901234567890123456789',
      '--served-model-name=Qwen/Qwen3-32B',
      '--host=0.0.0.0',
      '--port=8000',
      '--enable-metrics',
    ],
  });
});

test('the pods have the labels by which endpoint pickers know the engine; the selector does not', () => {
  const [deployment] = objectsOf({ accelerator: gpus(1) });
  expect(deployment.spec.template.metadata.labels).toMatchObject({
    'llm-d.ai/engine-type': 'sglang',
    'inference.networking.k8s.io/engine-type': 'sglang',
    'app.kubernetes.io/name': 'sglang',
  });
  expect(deployment.spec.selector.matchLabels).toEqual({ app: 'qwen' });
});

test('readiness generates a token, liveness does not', () => {
  const container = mainContainer(objectsOf({ accelerator: gpus(1) }));
  expect(container).toMatchObject({
    readinessProbe: { httpGet: { path: '/health_generate' } },
    livenessProbe: { httpGet: { path: '/health' } },
  });
  expect(container.env).toContainEqual({ name: 'SGLANG_ENABLE_HEALTH_ENDPOINT_GENERATION', value: 'false' });
});

test('all that it writes is below its home, on a scratch volume; weights may be kept', () => {
  const paths = (options: SglangOptions) =>
    mainContainer(objectsOf(options)).volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath);
  expect(paths({ accelerator: gpus(1) })).toEqual(['/tmp', '/home/sglang', '/dev/shm']);
  expect(paths({ accelerator: gpus(1), modelCache: { name: 'weights' } as never })).toEqual([
    '/tmp',
    '/home/sglang',
    '/home/sglang/.cache/huggingface',
    '/dev/shm',
  ]);
  const volumes = podSpec(objectsOf(SGLANG_CASES['memory and batches'])).volumes;
  expect(volumes).toContainEqual(expect.objectContaining({ emptyDir: { medium: 'Memory', sizeLimit: '4Gi' } }));
});

test('the image follows from the accelerator and the version', () => {
  const imageOf = (options: SglangOptions) => Engine.sglang(options).specify(REQUEST).image;
  const amd = Accelerator.amd({ count: 1 });
  expect(imageOf({ accelerator: gpus(1), version: '0.5.23' })).toBe('lmsysorg/sglang:v0.5.23');
  expect(imageOf({ accelerator: gpus(1), version: '0.9.0' })).toBe('lmsysorg/sglang:v0.9.0');
  expect(imageOf({ accelerator: amd })).toBe('lmsysorg/sglang:v0.5.20-rocm10-mi30x');
  const product = Accelerator.amd({ count: 1, product: 'AMD_Instinct_MI355X_OAM' });
  expect(imageOf({ accelerator: product })).toBe('lmsysorg/sglang:v0.5.20-rocm724-mi35x');
  expect(imageOf({ accelerator: amd, rocmGpu: RocmGpu.MI35X })).toBe('lmsysorg/sglang:v0.5.20-rocm724-mi35x');
  expect(imageOf({ accelerator: amd, image: 'mirror/sglang:v9', version: '0.5.23' })).toBe('mirror/sglang:v9');
});

test('options are flags of the same name, but dataflow between engine and picker is derived', () => {
  expect(argumentsOf(SGLANG_CASES['memory and batches'])!.slice(6)).toEqual([
    '--context-length=32768',
    '--mem-fraction-static=0.85',
    '--dtype=bfloat16',
    '--quantization=fp8',
    '--kv-cache-dtype=fp8_e4m3',
    '--page-size=64',
    '--max-running-requests=256',
    '--chunked-prefill-size=-1',
    '--disable-radix-cache',
    '--enable-hierarchical-cache',
  ]);
  expect(argumentsOf(SGLANG_CASES['KV events'])!.slice(6)).toEqual([
    '--kv-events-config={"publisher":"zmq","endpoint":"tcp://*:5557","replay_endpoint":"tcp://*:5558","topic":"kv@$(POD_IP):8000@Qwen/Qwen3-32B"}',
  ]);
  const spec = Engine.sglang(SGLANG_CASES['KV events']).specify(REQUEST);
  expect(spec.extraPorts).toEqual({ 'kv-events': 5557, 'kv-replay': 5558 });
  expect(spec.env).toHaveProperty('POD_IP');
});

test('every option is in a case', () => {
  const given = Object.values(SGLANG_CASES).flatMap((options) => Object.keys(options));
  expect([...new Set([...given, 'modelCache'])].sort()).toEqual(Object.keys(SGLANG_CHECKS).sort());
});

test.each(Object.entries(SGLANG_CASES))('validation finds nothing wrong with %s', (_, options) => {
  const objects = synth((chart) => new LlmdStack(chart, 'qwen', { model, engine: Engine.sglang(options) }));
  const found = validate(
    objects.map((object) => ({ object })),
    { closed: true },
  );
  expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
});

describe('parallelism', () => {
  const parallel = (options: Omit<SglangOptions, 'accelerator'>, count: number, nodesPerReplica = 1) =>
    Engine.sglang({ accelerator: gpus(count), ...options })
      .specify({ ...REQUEST, nodesPerReplica })
      .args!.filter((word) => /^--(?:tp|pp|dp|nnodes|node-rank|dist)/.test(word));

  test('follows from the accelerators', () => {
    expect(parallel({}, 1)).toEqual([]);
    expect(parallel({}, 4)).toEqual(['--tp-size=4']);
    expect(parallel({ ppSize: 2 }, 8)).toEqual(['--tp-size=4', '--pp-size=2']);
    expect(parallel({ dpSize: 2 }, 8)).toEqual(['--tp-size=4', '--dp-size=2']);
    expect(parallel({ dpSize: 4, enableDpAttention: true }, 8)).toEqual(['--tp-size=8', '--dp-size=4']);
  });

  test('spans the nodes of a replica', () => {
    expect(parallel({}, 8, 2)).toEqual([
      '--nnodes=2',
      '--node-rank=$(LWS_WORKER_INDEX)',
      '--dist-init-addr=$(LWS_LEADER_ADDRESS):20000',
      '--tp-size=16',
    ]);
    expect(() => parallel({ dpSize: 2 }, 8, 2)).toThrow(
      /^LLMD-SGLANG-NODES at Engine.sglang: .*enableDpAttention: true/,
    );
    expect(parallel({ dpSize: 2, enableDpAttention: true }, 8, 2)).toContain('--dp-size=2');
  });

  test.each([
    [{ tpSize: 2 }, 4],
    [{ tpSize: 4 }, 2],
    [{ ppSize: 3 }, 4],
    [{ tpSize: 2, dpSize: 4 }, 4],
  ])('%j does not fit %d accelerators', (options, count) => {
    expect(() => parallel(options, count)).toThrow(/^LLMD-ENGINE-PARALLELISM at Engine.sglang: got tpSize/);
  });

  test('attention is divided evenly', () => {
    expect(() => parallel({ dpSize: 3, enableDpAttention: true }, 4)).toThrow(/^LLMD-SGLANG-DP-ATTENTION /);
  });
});

describe('names', () => {
  test('the first is listed; a colon would separate an adapter', () => {
    const engine = Engine.sglang({ accelerator: gpus(1) });
    const { args } = engine.specify({ ...REQUEST, servedModelNames: ['qwen', 'canary'] });
    expect(args).toContain('--served-model-name=qwen');
    expect(() => engine.specify({ ...REQUEST, servedModelNames: ['qwen', 'qwen:canary'] })).toThrow(
      /^LLMD-SGLANG-NAME at Engine.sglang: got the served model name "qwen:canary"/,
    );
  });

  const adapted = (name: string) =>
    Engine.sglang({ accelerator: gpus(1), maxLorasPerBatch: 2 }).specify({
      ...REQUEST,
      adapters: [{ name, source: 'org/sql-lora' }] as never,
    }).args!;

  test('an adapter is what clients of SGLang ask for', () => {
    expect(adapted('qwen:sql').slice(-4)).toEqual([
      '--max-loras-per-batch=2',
      '--enable-lora',
      '--lora-paths',
      '{"lora_name":"sql","lora_path":"org/sql-lora"}',
    ]);
  });

  test.each(['sql', 'qwen:', 'qwen:a:b', 'other:sql'])('the adapter %s would be answered by the base model', (name) => {
    expect(() => adapted(name)).toThrow(/^LLMD-SGLANG-ADAPTER at Engine.sglang: .*Fix: name it "qwen:/);
  });
});

describe('extraArgs', () => {
  test('replace arguments of the engine, by any spelling', () => {
    const args = argumentsOf({ accelerator: gpus(4), contextLength: 1024 }, [
      '--tensor-parallel-size',
      '2',
      '--context-length=8',
    ]);
    expect(args!.slice(-4)).toEqual(['--enable-metrics', '--tensor-parallel-size', '2', '--context-length=8']);
  });

  test('are checked, unless the version is not known', () => {
    const accelerator = gpus(1);
    expect(() => argumentsOf({ accelerator }, ['--max-model-len=8'])).toThrow(
      /^LLMD-ENGINE-ARGUMENT at Engine.sglang with extraArgs: got the flag --max-model-len, expected a flag of SGLang 0.5.20/,
    );
    expect(argumentsOf({ accelerator, version: '0.9.0' }, ['--max-model-len=8'])).toContain('--max-model-len=8');
  });

  test('only a version that has a flag takes it', () => {
    const accelerator = gpus(1);
    expect(() => argumentsOf({ accelerator }, ['--attn-dp-size=1'])).toThrow(/^LLMD-ENGINE-ARGUMENT /);
    expect(argumentsOf({ accelerator, version: '0.5.23' }, ['--attn-dp-size=1'])).toContain('--attn-dp-size=1');
  });
});

test('weights in object storage are streamed', () => {
  const engine = Engine.sglang({ accelerator: gpus(1) });
  const streamed = { ...model, spec: { ...model.spec, isStreamed: true } } as Model;
  expect(engine.specify({ ...REQUEST, model: streamed }).args).toContain('--load-format=runai_streamer');
  const chosen = Engine.sglang({ accelerator: gpus(1), loadFormat: 'remote' }).specify({ ...REQUEST, model: streamed });
  expect(chosen.args!.filter((word) => word.startsWith('--load-format'))).toEqual(['--load-format=remote']);
});

const accelerator = gpus(1);
const REFUSED: readonly (readonly [options: object | undefined, message: string])[] = [
  [undefined, 'LLMD-OPTION-TYPE at Engine.sglang: got the options nothing'],
  [{}, 'LLMD-OPTION-TYPE at Engine.sglang: got accelerator nothing, expected an Accelerator'],
  [{ accelerator: 'nvidia' }, 'LLMD-OPTION-TYPE at Engine.sglang: got accelerator "nvidia"'],
  [{ accelerator, tensorParallelSize: 2 }, 'LLMD-OPTION-UNKNOWN at Engine.sglang: got the option tensorParallelSize'],
  [{ accelerator, tpSze: 2 }, 'LLMD-OPTION-UNKNOWN at Engine.sglang: got the option tpSze, expected tpSize'],
  [{ accelerator, image: 'sglang:latest' }, 'LLMD-IMAGE-FLOATING at Engine.sglang: got "sglang:latest"'],
  [{ accelerator, version: 'latest' }, 'LLMD-OPTION-TEXT at Engine.sglang: got version "latest"'],
  [{ accelerator, rocmGpu: 'mi25' }, 'LLMD-OPTION-CHOICE at Engine.sglang: got rocmGpu "mi25"'],
  [{ accelerator, tpSize: 0 }, 'LLMD-OPTION-RANGE at Engine.sglang: got tpSize 0'],
  [{ accelerator, ppSize: NaN }, 'LLMD-OPTION-RANGE at Engine.sglang: got ppSize NaN'],
  [{ accelerator, dpSize: '2' }, 'LLMD-OPTION-TYPE at Engine.sglang: got dpSize "2"'],
  [{ accelerator, enableDpAttention: 1 }, 'LLMD-OPTION-TYPE at Engine.sglang: got enableDpAttention 1'],
  [{ accelerator, contextLength: -1 }, 'LLMD-OPTION-RANGE at Engine.sglang: got contextLength -1'],
  [{ accelerator, memFractionStatic: 85 }, 'LLMD-OPTION-RANGE at Engine.sglang: got memFractionStatic 85'],
  [{ accelerator, dtype: 'fp8' }, 'LLMD-OPTION-CHOICE at Engine.sglang: got dtype "fp8"'],
  [{ accelerator, quantization: 'fp9' }, 'LLMD-ENGINE-ARGUMENT-VALUE at Engine.sglang: got --quantization "fp9"'],
  [{ accelerator, quantization: ['fp8'] }, 'LLMD-OPTION-TYPE at Engine.sglang: got quantization ["fp8"]'],
  [{ accelerator, kvCacheDtype: 'fp8' }, 'LLMD-ENGINE-ARGUMENT-VALUE at Engine.sglang: got --kv-cache-dtype "fp8"'],
  [{ accelerator, chunkedPrefillSize: 0 }, 'LLMD-OPTION-RANGE at Engine.sglang: got chunkedPrefillSize 0'],
  [
    { accelerator, toolCallParser: 'qwen9' },
    'LLMD-ENGINE-ARGUMENT-VALUE at Engine.sglang: got --tool-call-parser "qwen9"',
  ],
  [{ accelerator, chatTemplate: 'a\n--port=1' }, 'LLMD-OPTION-TEXT at Engine.sglang: got chatTemplate'],
  [{ accelerator, speculativeNumSteps: 1.5 }, 'LLMD-OPTION-RANGE at Engine.sglang: got speculativeNumSteps 1.5'],
  [{ accelerator, trustRemoteCode: 'no' }, 'LLMD-OPTION-TYPE at Engine.sglang: got trustRemoteCode "no"'],
  [{ accelerator, kvEvents: { port: 80 } }, 'LLMD-OPTION-RANGE at Engine.sglang: got kvEvents.port 80'],
  [{ accelerator, kvEvents: { prot: 5557 } }, 'LLMD-OPTION-UNKNOWN at Engine.sglang: got the option kvEvents.prot'],
  [{ accelerator, sharedMemory: '20Gi' }, 'LLMD-OPTION-TYPE at Engine.sglang: got sharedMemory "20Gi"'],
  [{ accelerator, modelCache: 'weights' }, 'LLMD-OPTION-TYPE at Engine.sglang: got modelCache "weights"'],
];

test.each(REFUSED)('%j is refused', (options, message) => {
  expect(() => Engine.sglang(options as SglangOptions)).toThrow(message);
});

test.each([
  ['intel-xpu', Accelerator.intelXpu({ count: 1 })],
  ['intel-gaudi', Accelerator.intelGaudi({ count: 1 })],
  ['ascend', Accelerator.ascend({ count: 1 })],
  ['other', Accelerator.custom({ resource: 'example.com/device', count: 1 })],
])('%s needs an image of its own', (_, other) => {
  expect(() => Engine.sglang({ accelerator: other })).toThrow(
    /^LLMD-ENGINE-ACCELERATOR at Engine.sglang: .*Fix: use Accelerator.nvidia or Accelerator.amd, /,
  );
  expect(() => Engine.sglang({ accelerator: other, image: 'registry.example/sglang:v1' })).not.toThrow();
});

test("a version without a known image for AMD's GPUs needs one", () => {
  expect(() => Engine.sglang({ accelerator: Accelerator.amd({ count: 1 }), version: '0.5.23' })).toThrow(
    /^LLMD-ENGINE-IMAGE at Engine.sglang: got version "0.5.23"/,
  );
});
