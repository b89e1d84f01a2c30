import { pickerDeployment } from '../endpoint-picker/example';
import { configRule } from './config-rule';
import { configMap, gaieConfig } from './example';

/** GAIE v1.4.0 reads the text. */
const readBy140 = (text: string) =>
  `${pickerDeployment('--pool-name=opt, --config-file=/config/plugins.yaml', {
    image: 'registry.k8s.io/gateway-api-inference-extension/epp:v1.4.0',
    container: 'volumeMounts: [{ name: config, mountPath: /config }]',
    pod: 'volumes: [{ name: config, configMap: { name: epp } }]',
  })}---\n${configMap(gaieConfig(text))}`;

export const CONFIG_DATA_LAYER = configRule({
  code: 'LLMD-EPP-CONFIG-DATA-LAYER',
  severity: 'error',
  title: 'The gate dataLayer of GAIE v1.4.0 comes with sources',
  why: 'The endpoint picker ends with "You must specify the Data section in the configuration".',
  examples: {
    failing: readBy140('featureGates: [dataLayer]\n'),
    passing: readBy140('featureGates: []\n'),
  },
});
