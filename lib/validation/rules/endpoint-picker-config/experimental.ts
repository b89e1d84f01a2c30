import { configRule } from './config-rule';

export const CONFIG_EXPERIMENTAL = configRule({
  code: 'LLMD-EPP-CONFIG-EXPERIMENTAL',
  severity: 'error',
  title: 'Experimental plugins are allowed where they are used',
  why: 'llm-d-router v0.10.0 ends with "has Alpha stability level, but command line flag --allow-experimental-plugins is not set".',
});
