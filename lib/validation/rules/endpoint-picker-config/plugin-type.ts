import { configRule } from './config-rule';

export const CONFIG_PLUGIN_TYPE = configRule({
  code: 'LLMD-EPP-CONFIG-PLUGIN-TYPE',
  severity: 'error',
  title: 'Every plugin has a type of the release',
  why: 'The endpoint picker ends with "plugin type is not registered". Types came and went between releases.',
});
