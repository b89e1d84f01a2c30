import { commonFlags } from '../flags/common';
import { flag, type FlagTable } from '../flags/flag';
import { size, tlsVersion } from '../flags/readers';

/** Source: pkg/epp/server/options.go. */
export const flags: FlagTable = {
  ...commonFlags,
  'drain-timeout': flag('duration', '30s'),
  'allow-experimental-plugins': flag('bool', 'false'),
  'tls-min-version': flag('string', '', { reads: tlsVersion }),
  'tls-cipher-suites': flag('string', ''),
  'grpc-max-recv-msg-size': flag('string', '', { reads: size }),
  'grpc-max-send-msg-size': flag('string', '', { reads: size }),
  'enable-grpc-stream-metrics': flag('bool', 'false'),
  'emit-endpoint-scores': flag('bool', 'false'),
  'metrics-cert-dir': flag('string', ''),
  'metrics-client-ca-file': flag('string', ''),
};
