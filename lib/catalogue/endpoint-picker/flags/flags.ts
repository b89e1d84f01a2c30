import type { GoType } from '../../../text/command-line/go-values';
import { ALL, GAIE, type PickerFlag, ROUTER } from './picker-flag';
import { exactly, port, size, word, wordOrLevel } from './readers';

const ENGINE_CONFIGS = 'set engineConfigs of the plugin core-metrics-extractor in the EndpointPickerConfig';
const METRICS_SOURCE = 'set it as a parameter of the plugin metrics-data-source in the EndpointPickerConfig';

type Details = Partial<Omit<PickerFlag, 'type' | 'default'>>;
type Row = readonly [name: string, type: GoType, byDefault: string, details?: Details];

const FATAL: Details = { isFatal: true, instead: ENGINE_CONFIGS };
const PORT: Details = { reads: port };
const UNTIL_ROUTER: Details = { releases: GAIE, instead: METRICS_SOURCE, deprecatedIn: ['gaie-v1.5.0'] };
const SINCE_ROUTER: Details = { releases: ROUTER };

/**
 * The flags of all releases. Sources: pkg/epp/server/options.go of GAIE v1.4.0 and v1.5.0 and of llm-d-router v0.10.0,
 * `epp --help` of the first two, and pkg/log/zap/flags.go of controller-runtime for the zap flags.
 */
const ROWS: readonly Row[] = [
  ['grpc-port', 'int', '9002', PORT],
  ['grpc-health-port', 'int', '9003', PORT],
  ['metrics-port', 'int', '9090', PORT],
  ['ha-enable-leader-election', 'bool', 'false'],
  ['drain-timeout', 'duration', '30s', SINCE_ROUTER],

  ['pool-group', 'string', 'inference.networking.k8s.io'],
  ['pool-namespace', 'string', ''],
  ['pool-name', 'string', ''],
  ['endpoint-selector', 'string', ''],
  ['endpoint-target-ports', 'ints', ''],
  ['disable-endpoint-subset-filter', 'bool', 'false'],

  ['config-file', 'string', ''],
  ['config-text', 'string', ''],
  ['allow-experimental-plugins', 'bool', 'false', SINCE_ROUTER],

  ['secure-serving', 'bool', 'true'],
  ['cert-path', 'string', ''],
  ['enable-cert-reload', 'bool', 'false'],
  ['health-checking', 'bool', 'false'],
  ['tls-min-version', 'string', '', { ...SINCE_ROUTER, reads: tlsVersion }],
  ['tls-cipher-suites', 'string', '', SINCE_ROUTER],
  ['grpc-max-recv-msg-size', 'string', '', { ...SINCE_ROUTER, reads: size }],
  ['grpc-max-send-msg-size', 'string', '', { ...SINCE_ROUTER, reads: size }],
  ['enable-grpc-stream-metrics', 'bool', 'false', SINCE_ROUTER],
  ['emit-endpoint-scores', 'bool', 'false', SINCE_ROUTER],

  ['metrics-endpoint-auth', 'bool', 'true'],
  ['metrics-cert-dir', 'string', '', SINCE_ROUTER],
  ['metrics-client-ca-file', 'string', '', SINCE_ROUTER],
  ['refresh-metrics-interval', 'duration', '50ms'],
  ['refresh-prometheus-metrics-interval', 'duration', '5s'],
  ['metrics-staleness-threshold', 'duration', '2s'],
  ['model-server-metrics-scheme', 'string', 'http', { ...UNTIL_ROUTER, reads: exactly('http', 'https') }],
  ['model-server-metrics-path', 'string', '/metrics', UNTIL_ROUTER],
  ['model-server-metrics-port', 'int', '0', { ...UNTIL_ROUTER, deprecatedIn: GAIE }],
  ['model-server-metrics-https-insecure-skip-verify', 'bool', 'true', UNTIL_ROUTER],
  ['total-queued-requests-metric', 'string', 'vllm:num_requests_waiting', FATAL],
  ['total-running-requests-metric', 'string', 'vllm:num_requests_running', FATAL],
  ['kv-cache-usage-percentage-metric', 'string', 'vllm:kv_cache_usage_perc', FATAL],
  ['lora-info-metric', 'string', 'vllm:lora_requests_info', FATAL],
  ['cache-info-metric', 'string', 'vllm:cache_config_info', FATAL],

  ['tracing', 'bool', 'true'],
  ['enable-pprof', 'bool', 'true'],
  ['v', 'int', '2', { shorthand: 'v' }],
  ['zap-devel', 'bool', 'true'],
  ['zap-encoder', 'string', '', { reads: word('json', 'console') }],
  ['zap-log-level', 'string', '', { reads: wordOrLevel('debug', 'info', 'error', 'panic') }],
  ['zap-stacktrace-level', 'string', '', { reads: word('info', 'error', 'panic') }],
  ['zap-time-encoding', 'string', '', { reads: word('epoch', 'millis', 'nanos', 'iso8601', 'rfc3339', 'rfc3339nano') }],
];

/** Every flag that any release has. */
export const EVERY_FLAG: ReadonlyMap<string, PickerFlag> = new Map(
  ROWS.map(([name, type, byDefault, details]) => [name, { type, default: byDefault, releases: ALL, ...details }]),
);

const byRelease = new Map<string, ReadonlyMap<string, PickerFlag>>();

/** The flags of a release, by its id. */
export function pickerFlags(release: string): ReadonlyMap<string, PickerFlag> {
  const known = byRelease.get(release);
  if (known !== undefined) return known;
  const flags = new Map([...EVERY_FLAG].filter(([, { releases }]) => releases.includes(release)));
  byRelease.set(release, flags);
  return flags;
}

function tlsVersion(text: string): string | undefined {
  return text === '' ? undefined : exactly('VersionTLS10', 'VersionTLS11', 'VersionTLS12', 'VersionTLS13')(text);
}
