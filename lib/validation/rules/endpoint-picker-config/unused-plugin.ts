import { configRule } from './config-rule';
import { config } from './example';

export const CONFIG_UNUSED_PLUGIN = configRule({
  code: 'LLMD-EPP-CONFIG-UNUSED-PLUGIN',
  severity: 'warning',
  title: 'Something refers to every plugin that works by reference only',
  why: 'The plugin is made and never asked. Most likely its name is missing in a profile.',
  examples: {
    failing: config('plugins: [{ type: queue-scorer }]\nschedulingProfiles: [{ name: default, plugins: [] }]\n'),
    passing: config(
      'plugins: [{ type: queue-scorer }]\nschedulingProfiles: [{ name: default, plugins: [{ pluginRef: queue-scorer }] }]\n',
    ),
  },
});
