import { configRule } from './config-rule';

export const CONFIG_UNUSED_PLUGIN = configRule({
  code: 'LLMD-EPP-CONFIG-UNUSED-PLUGIN',
  severity: 'warning',
  title: 'Something refers to every plugin that works by reference only',
  why: 'The plugin is made and never asked. Most likely its name is missing in a profile.',
});
