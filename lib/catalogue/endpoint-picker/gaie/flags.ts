import { commonFlags } from '../flags/common';
import { flag, type FlagTable, type PickerFlag } from '../flags/flag';
import { exactly } from '../flags/readers';

const instead = 'set it as a parameter of the plugin metrics-data-source in the EndpointPickerConfig';

/**
 * The flags of GAIE v1.4.0 and v1.5.0. llm-d-router has removed some of them: v1.5.0 warns about each of these, v1.4.0 about one.
 * Sources: pkg/epp/server/options.go, and `epp --help` of both.
 */
export function gaieFlags(deprecatesAll: boolean): FlagTable {
  const modelServer = (spec: PickerFlag): PickerFlag => ({ ...spec, instead, isDeprecated: deprecatesAll });
  return {
    ...commonFlags,
    'model-server-metrics-scheme': modelServer(flag('string', 'http', { reads: exactly('http', 'https') })),
    'model-server-metrics-path': modelServer(flag('string', '/metrics')),
    'model-server-metrics-port': { ...modelServer(flag('int', '0')), isDeprecated: true },
    'model-server-metrics-https-insecure-skip-verify': modelServer(flag('bool', 'true')),
  };
}
