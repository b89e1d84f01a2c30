import { Duration } from 'cdk8s';
import { LatencyCalculator, SimulatorFailure, SimulatorMode, type SimulatorOptions } from '../../lib';

const ms = (amount: number) => Duration.millis(amount);

/** Options of the simulator by what they are about; together they have every option that v0.10.2 has. */
export const SIMULATOR_CASES: { readonly [title: string]: SimulatorOptions } = {
  nothing: {},
  'answers and limits': {
    mode: SimulatorMode.ECHO,
    seed: 0,
    startupDuration: Duration.minutes(2),
    maxModelLen: 4096,
    maxNumSeqs: 64,
    maxWaitingQueueLength: 1,
    maxRequestBodySizeMb: 512,
    enableRequestIdHeaders: true,
    logHttp: true,
    dataParallelSize: 8,
  },
  'constant latencies': {
    latencyCalculator: LatencyCalculator.CONSTANT,
    timeToFirstToken: ms(123),
    timeToFirstTokenStdDev: ms(36.9),
    interTokenLatency: ms(0.5),
    interTokenLatencyStdDev: ms(0.15),
    kvCacheTransferLatency: ms(7),
    kvCacheTransferLatencyStdDev: ms(2.1),
    timeFactorUnderLoad: 1.5,
  },
  'latencies by token': {
    latencyCalculator: LatencyCalculator.PER_TOKEN,
    prefillOverhead: ms(10),
    prefillTimePerToken: ms(0.05),
    prefillTimeStdDev: ms(0.000001),
    kvCacheTransferTimePerToken: ms(0.0001),
    kvCacheTransferTimeStdDev: Duration.hours(1),
  },
  failures: { failureInjectionRate: 100, failureTypes: Object.values(SimulatorFailure) },
  'a KV cache': { enableKvcache: true, kvCacheSize: 0, blockSize: 128 },
  'KV events': {
    enableKvcache: true,
    hashSeed: '42',
    globalCacheHitThreshold: 1e-7,
    zmqEndpoint: 'tcp://127.0.0.1:5557',
    eventBatchSize: 1,
    useVllmMapEventFormat: true,
  },
  adapters: { maxLoras: 2, maxCpuLoras: 2 },
  'tool calls': {
    minToolCallIntegerParam: -5,
    maxToolCallIntegerParam: -5,
    minToolCallNumberParam: -1.5e-7,
    maxToolCallNumberParam: 1e21,
    minToolCallArrayParamLength: 0,
    maxToolCallArrayParamLength: 0,
    toolCallNotRequiredParamProbability: 0,
    objectToolCallNotRequiredFieldProbability: 100,
  },
  'fake metrics': {
    fakeMetrics: {
      'running-requests': 'squarewave:0:10.5:5s',
      'waiting-requests': 30,
      'kv-cache-usage': 'ramp:0:1:1m',
      loras: [{ running: 'a,b', waiting: '', timestamp: 1257894567 }],
      'ttft-buckets-values': [...Array(23).keys()],
      'tpot-buckets-values': Array(20).fill(1),
      'e2erl-buckets-values': Array(22).fill(0),
      'request-prompt-tokens': [1, 2],
      'request-success-total': { stop: 3, tool_calls: 1 },
      'total-prompt-tokens': 5,
      'prefix-cache-hits': 5,
      'prefix-cache-queries': 5,
    },
    fakeMetricsRefreshInterval: Duration.seconds(1),
  },
  'a renderer': { renderUrl: 'http://localhost:8082' },
};
