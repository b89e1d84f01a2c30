import { configRule } from './config-rule';

export const CONFIG_IGNORED_PARAMETER = configRule({
  code: 'LLMD-EPP-CONFIG-IGNORED-PARAMETER',
  severity: 'warning',
  title: 'No parameter is one that its plugin does not look at',
  why: 'Up to GAIE v1.5.0 such a parameter does nothing, and nobody says so.',
});
