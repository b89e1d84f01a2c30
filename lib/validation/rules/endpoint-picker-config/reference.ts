import { configRule } from './config-rule';

export const CONFIG_REFERENCE = configRule({
  code: 'LLMD-EPP-CONFIG-REFERENCE',
  severity: 'error',
  title: 'Every reference leads to a plugin that can do what is asked of it',
  why: 'The endpoint picker ends with "references undefined plugin", or says that the plugin is no such thing.',
});
