import { Duration } from 'cdk8s';
import { Drain, Engine, type IEngine, Model, ModelServer, SimulatorFailure, type SimulatorOptions } from '../../lib';
import { DEFAULT_SIMULATOR } from '../../lib/catalogue/engines/simulator';
import { SIMULATOR_CHECKS } from '../../lib/model-server/simulator-options';
import { VLLM_RULES } from '../../lib/validation/rules/vllm';
import { diagnostics } from '../support/diagnostics';
import { mainContainer, podSpec } from '../support/objects';
import { SIMULATOR_CASES } from '../support/simulator-cases';
import { synth } from '../support/synth';

const model = Model.huggingFace('facebook/opt-125m');

function objectsOf(engine: IEngine) {
  const servedModelNames = ['facebook/opt-125m', 'canary'];
  return synth((chart) => new ModelServer(chart, 'sim', { model, engine, servedModelNames, port: 9000 }));
}

test("uses vLLM's names, and downloads nothing from the hub", () => {
  expect(mainContainer(objectsOf(Engine.simulator())).args).toEqual([
    '--model=facebook/opt-125m',
    '--served-model-name',
    'facebook/opt-125m',
    'canary',
    '--port=9000',
    '--force-dummy-tokenizer',
  ]);
});

test('gets the name of its pod, for its answers', () => {
  expect(mainContainer(objectsOf(Engine.simulator())).env).toEqual([
    { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
  ]);
});

test('is small, writes nothing, and has probes of its own', () => {
  const objects = objectsOf(Engine.simulator());
  expect(podSpec(objects)).not.toHaveProperty('volumes');
  expect(mainContainer(objects)).toMatchObject({
    resources: { requests: { cpu: '10m', memory: '32Mi' } },
    readinessProbe: { httpGet: { path: '/health/ready' } },
    livenessProbe: { httpGet: { path: '/health' } },
  });
});

test('its image can be another, with a version', () => {
  expect(mainContainer(objectsOf(Engine.simulator())).image).toBe('ghcr.io/llm-d/llm-d-inference-sim:v0.10.2');
  expect(mainContainer(objectsOf(Engine.simulator({ image: 'sim:v1' }))).image).toBe('sim:v1');
  expect(() => Engine.simulator({ image: 'sim:latest' })).toThrow(/^LLMD-IMAGE-FLOATING at Engine.simulator: /);
});

const OWN = 5;

/** The arguments that options add, without the engine's own. */
function argumentsOf(options: SimulatorOptions): string[] {
  const { args } = mainContainer(objectsOf(Engine.simulator(options)));
  return args!.slice(OWN, args!.indexOf('--force-dummy-tokenizer'));
}

test('the version decides the image; an image whose tag is another needs it, to be checked', () => {
  const imageOf = (options: SimulatorOptions) => mainContainer(objectsOf(Engine.simulator(options))).image;
  expect(imageOf({ version: '0.11.4' })).toBe('ghcr.io/llm-d/llm-d-inference-sim:v0.11.4');
  expect(imageOf({ version: '0.99.0' })).toBe('ghcr.io/llm-d/llm-d-inference-sim:v0.99.0');
  expect(imageOf({ image: 'sim:v1', version: '0.11.4' })).toBe('sim:v1');
  const newer = { skipToolValidation: true };
  expect(argumentsOf({ ...newer, image: 'sim:v1' })).toEqual(['--skip-tool-validation']);
  expect(argumentsOf({ ...newer, version: '0.11.0' })).toEqual(['--skip-tool-validation']);
  expect(() => Engine.simulator({ ...newer, image: 'sim:v1', version: '0.10.2' })).toThrow(
    /^LLMD-ENGINE-ARGUMENT at Engine.simulator: got the flag --skip-tool-validation, expected a flag of llm-d-inference-sim 0.10.2\. Fix: /,
  );
});

test('options have the names of flags, durations are those of Go', () => {
  expect(argumentsOf(SIMULATOR_CASES['constant latencies'])).toEqual([
    '--latency-calculator=constant',
    '--time-to-first-token=123ms',
    '--time-to-first-token-std-dev=36900us',
    '--inter-token-latency=500us',
    '--inter-token-latency-std-dev=150us',
    '--kv-cache-transfer-latency=7ms',
    '--kv-cache-transfer-latency-std-dev=2100us',
    '--time-factor-under-load=1.5',
  ]);
  expect(argumentsOf({ failureInjectionRate: 10, failureTypes: [SimulatorFailure.RATE_LIMIT] })).toEqual([
    '--failure-injection-rate=10',
    '--failure-types',
    'rate_limit',
  ]);
  expect(argumentsOf({ logHttp: false, dataParallelSize: 1, failureTypes: [] })).toEqual([]);
  expect(argumentsOf({ fakeMetrics: { 'waiting-requests': 3 } })).toEqual(['--fake-metrics={"waiting-requests":3}']);
});

test('every flag of an option is one of the simulator, and the cases have every option of v0.10.2', () => {
  const given = Object.values(SIMULATOR_CASES).flatMap((options) => Object.keys(options));
  const newer = ['toolCallExtraCallProbability', 'skipToolValidation', 'kvEventsReplayEndpoint'];
  const all = Object.keys(SIMULATOR_CHECKS).filter((option) => !['image', 'version', ...newer].includes(option));
  expect([...new Set(given)].sort()).toEqual(all.sort());
});

test.each(Object.entries(SIMULATOR_CASES))('validation finds nothing wrong with %s', (_, options) => {
  expect(diagnostics(VLLM_RULES, objectsOf(Engine.simulator(options)))).toEqual([]);
});

test('a KV cache needs the address of the pod; events go only to an address that is given', () => {
  const environment = (options: SimulatorOptions) =>
    mainContainer(objectsOf(Engine.simulator(options))).env!.map(({ name }: { name: string }) => name);
  expect(environment({})).not.toContain('POD_IP');
  expect(environment({ enableKvcache: true })).toContain('POD_IP');
  expect(argumentsOf({ enableKvcache: true })).toEqual(['--enable-kvcache', '--zmq-endpoint=']);
  expect(argumentsOf({ enableKvcache: true, zmqEndpoint: 'tcp://epp:5557' })).toEqual([
    '--enable-kvcache',
    '--zmq-endpoint=tcp://epp:5557',
  ]);
});

test('real tokens come from a renderer, which takes the place of the made-up ones', () => {
  const { args } = mainContainer(objectsOf(Engine.simulator({ renderUrl: 'http://render:8082' })));
  expect(args).toContain('--render-url=http://render:8082');
  expect(args).not.toContain('--force-dummy-tokenizer');
});

test('waits longer for a pod that takes longer to start', () => {
  const seconds = (options: SimulatorOptions) => Engine.simulator(options).specify(REQUEST).startupSeconds;
  expect(seconds({})).toBe(60);
  expect(seconds({ startupDuration: Duration.millis(90_500) })).toBe(151);
});

test('serves adapters under their names', () => {
  const adapters = [
    { name: 'sql', source: 'org/sql-lora', rank: 16 },
    { name: 'a "b"', source: '/adapters/b', rank: undefined },
  ] as never;
  expect(Engine.simulator().specify({ ...REQUEST, adapters }).args).toEqual([
    '--model=facebook/opt-125m',
    '--served-model-name',
    'opt',
    '--port=8000',
    '--lora-modules',
    '{"name":"sql","path":"org/sql-lora"}',
    '{"name":"a \\"b\\"","path":"/adapters/b"}',
    '--force-dummy-tokenizer',
  ]);
});

const REQUEST = {
  model,
  servedModelNames: ['opt'],
  port: 8000,
  drain: Drain.of(),
  adapters: [],
  nodesPerReplica: 1,
  extraArgs: [],
};

describe('extraArgs', () => {
  const withArgs = (extraArgs: string[], options: SimulatorOptions = {}) =>
    synth((chart) => new ModelServer(chart, 'sim', { model, engine: Engine.simulator(options), extraArgs }));

  test('replace what the engine itself would write', () => {
    expect(mainContainer(withArgs(['--max-num-seqs', '7'], { maxNumSeqs: 3 })).args).toEqual([
      '--model=facebook/opt-125m',
      '--served-model-name',
      'facebook/opt-125m',
      '--port=8000',
      '--force-dummy-tokenizer',
      '--max-num-seqs',
      '7',
    ]);
  });

  test.each([
    [['--max-num-seq=7'], 'LLMD-ENGINE-ARGUMENT', 'write --max-num-seqs'],
    [['--swap-space=4'], 'LLMD-ENGINE-ARGUMENT', 'take it away'],
    [['--max-num-seqs', 'many'], 'LLMD-ENGINE-ARGUMENT-VALUE', 'correct the value of --max-num-seqs'],
    [['--time-to-first-token=100'], 'LLMD-ENGINE-ARGUMENT-VALUE', 'correct the value of --time-to-first-token'],
  ])('%j is refused', (args, code, remedy) => {
    expect(() => withArgs(args)).toThrow(new RegExp(`^${code} at Engine.simulator with extraArgs: .*Fix: ${remedy}`));
    expect(() => withArgs(args, { image: 'sim:v1' })).not.toThrow();
  });

  test('flags of a version of which not all are known are not judged, values are', () => {
    const version = '0.11.4';
    expect(() => withArgs(['--brand-new-flag'], { version })).not.toThrow();
    expect(() => withArgs(['--port=x'], { version })).toThrow(/^LLMD-ENGINE-ARGUMENT-VALUE /);
  });
});

const MS = (amount: number) => Duration.millis(amount);

/** What JavaScript may pass, and the start of the message. */
const REFUSED: readonly (readonly [options: object | null, message: string])[] = [
  [null, 'LLMD-OPTION-TYPE at Engine.simulator: got the options null'],
  [[], 'LLMD-OPTION-TYPE at Engine.simulator: got the options []'],
  [{ maxNumSeq: 1 }, 'LLMD-OPTION-UNKNOWN at Engine.simulator: got the option maxNumSeq, expected maxNumSeqs'],
  [{ __proto__: null, constructor: 1 }, 'LLMD-OPTION-UNKNOWN at Engine.simulator: got the option constructor'],
  [{ image: '' }, 'LLMD-OPTION-TEXT at Engine.simulator: got image ""'],
  [{ version: 'v0.11.4' }, 'LLMD-OPTION-TEXT at Engine.simulator: got version "v0.11.4"'],
  [{ version: 0.11 }, 'LLMD-OPTION-TYPE at Engine.simulator: got version 0.11'],
  [{ mode: 'loud' }, 'LLMD-OPTION-CHOICE at Engine.simulator: got mode "loud", expected echo or random'],
  [{ seed: 1.5 }, 'LLMD-OPTION-RANGE at Engine.simulator: got seed 1.5'],
  [{ dataParallelSize: 9 }, 'LLMD-OPTION-RANGE at Engine.simulator: got dataParallelSize 9'],
  [{ dataParallelSize: NaN }, 'LLMD-OPTION-RANGE at Engine.simulator: got dataParallelSize NaN'],
  [{ maxModelLen: 0 }, 'LLMD-OPTION-RANGE at Engine.simulator: got maxModelLen 0'],
  [{ maxNumSeqs: '5' }, 'LLMD-OPTION-TYPE at Engine.simulator: got maxNumSeqs "5"'],
  [{ maxWaitingQueueLength: 0 }, 'LLMD-SIMULATOR-QUEUE at Engine.simulator: got maxWaitingQueueLength 0'],
  [{ maxWaitingQueueLength: -1, version: '0.11.4' }, 'LLMD-OPTION-RANGE at Engine.simulator: got maxWaiting'],
  [{ maxRequestBodySizeMb: 513 }, 'LLMD-OPTION-RANGE at Engine.simulator: got maxRequestBodySizeMb 513'],
  [{ failureInjectionRate: 101 }, 'LLMD-OPTION-RANGE at Engine.simulator: got failureInjectionRate 101'],
  [{ failureInjectionRate: 0.5 }, 'LLMD-OPTION-RANGE at Engine.simulator: got failureInjectionRate 0.5'],
  [{ failureTypes: ['boom'] }, 'LLMD-OPTION-CHOICE at Engine.simulator: got failureTypes[0] "boom"'],
  [{ failureTypes: 'rate_limit' }, 'LLMD-OPTION-TYPE at Engine.simulator: got failureTypes "rate_limit"'],
  [{ latencyCalculator: '' }, 'LLMD-OPTION-CHOICE at Engine.simulator: got latencyCalculator ""'],
  [{ timeToFirstToken: 100 }, 'LLMD-OPTION-TYPE at Engine.simulator: got timeToFirstToken 100'],
  [{ timeToFirstToken: '100ms' }, 'LLMD-OPTION-TYPE at Engine.simulator: got timeToFirstToken "100ms"'],
  [{ timeToFirstToken: MS(NaN) }, 'LLMD-OPTION-TYPE at Engine.simulator: got timeToFirstToken NaN'],
  [{ startupDuration: MS(Infinity) }, 'LLMD-OPTION-TYPE at Engine.simulator: got startupDuration Infinity'],
  [
    { timeToFirstToken: MS(100), timeToFirstTokenStdDev: MS(30.1) },
    'LLMD-SIMULATOR-DEVIATION at Engine.simulator: got timeToFirstTokenStdDev 30100us for timeToFirstToken 100ms, expected at most 30 % of timeToFirstToken',
  ],
  [{ interTokenLatencyStdDev: MS(1) }, 'LLMD-SIMULATOR-DEVIATION at Engine.simulator: got interTokenLatencyStdDev 1ms'],
  [{ kvCacheTransferLatencyStdDev: MS(1) }, 'LLMD-SIMULATOR-DEVIATION at Engine.simulator: got kvCacheTransferLaten'],
  [{ timeFactorUnderLoad: 0.9 }, 'LLMD-OPTION-RANGE at Engine.simulator: got timeFactorUnderLoad 0.9'],
  [{ timeFactorUnderLoad: Infinity }, 'LLMD-OPTION-RANGE at Engine.simulator: got timeFactorUnderLoad Infinity'],
  [{ enableKvcache: 'false' }, 'LLMD-OPTION-TYPE at Engine.simulator: got enableKvcache "false"'],
  [{ blockSize: 20 }, 'LLMD-OPTION-RANGE at Engine.simulator: got blockSize 20, expected 8, 16, 32, 64 or 128'],
  [{ hashSeed: 'a\n--port=1' }, 'LLMD-OPTION-TEXT at Engine.simulator: got hashSeed'],
  [{ globalCacheHitThreshold: 2 }, 'LLMD-OPTION-RANGE at Engine.simulator: got globalCacheHitThreshold 2'],
  [{ zmqEndpoint: 'epp:5557', enableKvcache: true }, 'LLMD-OPTION-TEXT at Engine.simulator: got zmqEndpoint'],
  [{ zmqEndpoint: 'tcp://epp:5557' }, 'LLMD-SIMULATOR-EVENTS at Engine.simulator: got zmqEndpoint "tcp://epp:5557"'],
  [{ eventBatchSize: 0 }, 'LLMD-OPTION-RANGE at Engine.simulator: got eventBatchSize 0'],
  [{ maxLoras: 0 }, 'LLMD-OPTION-RANGE at Engine.simulator: got maxLoras 0'],
  [{ maxLoras: 3, maxCpuLoras: 2 }, 'LLMD-SIMULATOR-LORAS at Engine.simulator: got maxCpuLoras 2 and maxLoras 3'],
  [{ minToolCallIntegerParam: 101 }, 'LLMD-SIMULATOR-LIMITS at Engine.simulator: got minToolCallIntegerParam 101'],
  [{ maxToolCallNumberParam: -1 }, 'LLMD-SIMULATOR-LIMITS at Engine.simulator: got minToolCallNumberParam 0 and'],
  [{ maxToolCallArrayParamLength: 0 }, 'LLMD-SIMULATOR-LIMITS at Engine.simulator: got minToolCallArrayParamLength 1'],
  [{ renderUrl: 'localhost:8082' }, 'LLMD-OPTION-TEXT at Engine.simulator: got renderUrl "localhost:8082"'],
  [{ fakeMetricsRefreshInterval: MS(0) }, 'LLMD-OPTION-RANGE at Engine.simulator: got fakeMetricsRefreshInterval 0'],
];

test.each(REFUSED)('%j is refused', (options, message) => {
  expect(() => Engine.simulator(options as SimulatorOptions)).toThrow(message);
});

const FAKE: readonly (readonly [metrics: unknown, message: string])[] = [
  [[], 'LLMD-OPTION-TYPE at Engine.simulator: got fakeMetrics []'],
  [{ 'running-request': 1 }, 'LLMD-OPTION-UNKNOWN at Engine.simulator: got the option fakeMetrics.running-request'],
  [{ 'running-requests': -1 }, 'LLMD-OPTION-RANGE at Engine.simulator: got fakeMetrics.running-requests -1'],
  [{ 'kv-cache-usage': 1.1 }, 'LLMD-OPTION-RANGE at Engine.simulator: got fakeMetrics.kv-cache-usage 1.1'],
  [{ 'kv-cache-usage': 'ramp:0:10:5s' }, 'LLMD-SIMULATOR-FAKE-METRIC at Engine.simulator: got fakeMetrics.kv-'],
  [{ 'running-requests': 'jump:0:10:5s' }, 'LLMD-SIMULATOR-FAKE-METRIC at Engine.simulator: got fakeMetrics.run'],
  [{ 'running-requests': 'ramp:0:10:5' }, 'LLMD-SIMULATOR-FAKE-METRIC at Engine.simulator: got fakeMetrics.run'],
  [{ 'running-requests': 'ramp:0:10:0s' }, 'LLMD-SIMULATOR-FAKE-METRIC at Engine.simulator: got fakeMetrics.run'],
  [{ 'tpot-buckets-values': Array(21).fill(0) }, 'LLMD-OPTION-TYPE at Engine.simulator: got fakeMetrics.tpot-'],
  [
    { 'request-prompt-tokens': [-1] },
    'LLMD-OPTION-RANGE at Engine.simulator: got fakeMetrics.request-prompt-tokens[0]',
  ],
  [{ 'request-success-total': { done: 1 } }, 'LLMD-OPTION-UNKNOWN at Engine.simulator: got the option fakeMetrics.re'],
  [{ loras: [{ runing: 'a' }] }, 'LLMD-OPTION-UNKNOWN at Engine.simulator: got the option fakeMetrics.loras[0].runing'],
  [{ 'prefix-cache-hits': 1 }, 'LLMD-SIMULATOR-PREFIX-CACHE at Engine.simulator: got fakeMetrics.prefix-cache-hits 1'],
  [{ 'prefix-cache-hits': 2, 'prefix-cache-queries': 1 }, 'LLMD-SIMULATOR-PREFIX-CACHE at Engine.simulator: got fake'],
];

test.each(FAKE)('the fake metrics %j are refused', (fakeMetrics, message) => {
  expect(() => Engine.simulator({ fakeMetrics } as SimulatorOptions)).toThrow(message);
});

test('the default version is the newest that was run', () => {
  expect(DEFAULT_SIMULATOR.confirmed).toBe('run');
});
