import { POOL_GROUP } from '../../api-groups';
import { DEFAULT_VLLM } from '../../engines/vllm';
import { EXT_PROC_PORT, GRPC_HEALTH_PORT, METRICS_PORT } from '../ports';
import { flag, type FlagTable, type PickerFlag } from './flag';
import { port, word, wordOrLevel } from './readers';

const { metrics } = DEFAULT_VLLM;

/** A flag for a metric of the model servers. The endpoint picker ends with an error where one is given. */
const metric = (byDefault: string): PickerFlag =>
  flag('string', byDefault, {
    isFatal: true,
    instead: 'set engineConfigs of the plugin core-metrics-extractor in the EndpointPickerConfig',
  });

/**
 * The flags that every release has. Sources: pkg/epp/server/options.go of each release, and pkg/log/zap/flags.go of
 * controller-runtime for the zap flags.
 */
export const commonFlags: FlagTable = {
  'grpc-port': flag('int', String(EXT_PROC_PORT), { reads: port }),
  'grpc-health-port': flag('int', String(GRPC_HEALTH_PORT), { reads: port }),
  'metrics-port': flag('int', String(METRICS_PORT), { reads: port }),
  'ha-enable-leader-election': flag('bool', 'false'),

  'pool-group': flag('string', POOL_GROUP),
  'pool-namespace': flag('string', ''),
  'pool-name': flag('string', ''),
  'endpoint-selector': flag('string', ''),
  'endpoint-target-ports': flag('ints', ''),
  'disable-endpoint-subset-filter': flag('bool', 'false'),

  'config-file': flag('string', ''),
  'config-text': flag('string', ''),

  'secure-serving': flag('bool', 'true'),
  'cert-path': flag('string', ''),
  'enable-cert-reload': flag('bool', 'false'),
  'health-checking': flag('bool', 'false'),

  'metrics-endpoint-auth': flag('bool', 'true'),
  'refresh-metrics-interval': flag('duration', '50ms'),
  'refresh-prometheus-metrics-interval': flag('duration', '5s'),
  'metrics-staleness-threshold': flag('duration', '2s'),
  'total-queued-requests-metric': metric(metrics.requestsWaiting),
  'total-running-requests-metric': metric(metrics.requestsRunning),
  'kv-cache-usage-percentage-metric': metric(metrics.kvCacheUsage),
  'lora-info-metric': metric(metrics.loraInfo),
  'cache-info-metric': metric(metrics.cacheConfig),

  tracing: flag('bool', 'true'),
  'enable-pprof': flag('bool', 'true'),
  v: flag('int', '2', { shorthand: 'v' }),
  'zap-devel': flag('bool', 'true'),
  'zap-encoder': flag('string', '', { reads: word('json', 'console') }),
  'zap-log-level': flag('string', '', { reads: wordOrLevel('debug', 'info', 'error', 'panic') }),
  'zap-stacktrace-level': flag('string', '', { reads: word('info', 'error', 'panic') }),
  'zap-time-encoding': flag('string', '', {
    reads: word('epoch', 'millis', 'nanos', 'iso8601', 'rfc3339', 'rfc3339nano'),
  }),
};
