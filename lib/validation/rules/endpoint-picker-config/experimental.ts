import { pickerDeployment } from '../endpoint-picker/example';
import { configRule } from './config-rule';
import { config, configMap } from './example';

const withFlags = (flags: string) =>
  `${pickerDeployment(`--pool-name=opt, --config-file=/config/plugins.yaml${flags}`, {
    container: 'volumeMounts: [{ name: config, mountPath: /config }]',
    pod: 'volumes: [{ name: config, configMap: { name: epp } }]',
  })}---\n${configMap(config('plugins: [{ type: session-affinity-scorer }]\n'))}`;

export const CONFIG_EXPERIMENTAL = configRule({
  code: 'LLMD-EPP-CONFIG-EXPERIMENTAL',
  severity: 'error',
  title: 'Experimental plugins are allowed where they are used',
  why: 'llm-d-router v0.10.0 ends with "has Alpha stability level, but command line flag --allow-experimental-plugins is not set".',
  examples: {
    failing: withFlags(''),
    passing: withFlags(', --allow-experimental-plugins'),
  },
});
