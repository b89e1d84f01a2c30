import { configRule } from './config-rule';

export const CONFIG_METRICS = configRule({
  code: 'LLMD-EPP-CONFIG-METRICS',
  severity: 'warning',
  title: 'Metrics of the model servers are collected, once',
  why: 'The default source is added unless one is listed whose name, not type, is `metrics-data-source`. Two of them ask every pod twice; without any, scorers of load see zeros.',
});
