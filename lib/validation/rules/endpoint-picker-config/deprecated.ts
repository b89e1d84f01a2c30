import { configRule } from './config-rule';

export const CONFIG_DEPRECATED = configRule({
  code: 'LLMD-EPP-CONFIG-DEPRECATED',
  severity: 'warning',
  title: 'Nothing is used that the next release removes',
  why: 'llm-d-router v0.11.0 refuses what v0.10.0 only logs as deprecated (llm-d/llm-d-router#1308).',
});
