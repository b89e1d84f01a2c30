import { configRule } from './config-rule';
import { config } from './example';

export const CONFIG_REFERENCE = configRule({
  code: 'LLMD-EPP-CONFIG-REFERENCE',
  severity: 'error',
  title: 'Every reference leads to a plugin that can do what is asked of it',
  why: 'The endpoint picker ends with "references undefined plugin", or says that the plugin is no such thing.',
  examples: {
    failing: config(
      'plugins:\n- type: queue-scorer\nschedulingProfiles:\n- name: default\n  plugins: [{ pluginRef: queue }]\n',
    ),
    passing: config(
      'plugins:\n- type: queue-scorer\nschedulingProfiles:\n- name: default\n  plugins: [{ pluginRef: queue-scorer }]\n',
    ),
  },
});
