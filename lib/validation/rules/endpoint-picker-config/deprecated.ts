import { configRule } from './config-rule';
import { config } from './example';

export const CONFIG_DEPRECATED = configRule({
  code: 'LLMD-EPP-CONFIG-DEPRECATED',
  severity: 'warning',
  title: 'Nothing is used that the next release removes',
  why: 'llm-d-router v0.11.0 refuses what v0.10.0 only logs as deprecated (llm-d/llm-d-router#1308).',
  examples: {
    failing: config('plugins: [{ type: by-label-selector }]\n'),
    passing: config('plugins: [{ type: label-selector-filter }]\n'),
  },
});
