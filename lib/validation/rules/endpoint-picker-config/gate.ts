import { configRule } from './config-rule';

export const CONFIG_GATE = configRule({
  code: 'LLMD-EPP-CONFIG-GATE',
  severity: 'error',
  title: 'Every feature gate is one of the release',
  why: 'The endpoint picker ends with "feature gate is unknown or unregistered". `name=false` is understood since llm-d-router v0.10.0.',
});
