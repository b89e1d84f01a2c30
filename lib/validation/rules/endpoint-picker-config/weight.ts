import { configRule } from './config-rule';

export const CONFIG_WEIGHT = configRule({
  code: 'LLMD-EPP-CONFIG-WEIGHT',
  severity: 'warning',
  title: 'Weights are above 0, and on scorers',
  why: 'The endpoint picker takes any number: with a weight below 0 it prefers the endpoints that the scorer likes least.',
});
