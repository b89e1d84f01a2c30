import { configRule } from './config-rule';

export const CONFIG_PLUGIN_NAME = configRule({
  code: 'LLMD-EPP-CONFIG-PLUGIN-NAME',
  severity: 'error',
  title: 'No two plugins have one name',
  why: 'The endpoint picker ends with "duplicate plugin name". A plugin without a name is called by its type.',
});
