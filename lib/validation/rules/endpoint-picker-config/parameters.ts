import { configRule } from './config-rule';

export const CONFIG_PARAMETERS = configRule({
  code: 'LLMD-EPP-CONFIG-PARAMETERS',
  severity: 'error',
  title: 'The parameters of a plugin have the types and bounds that its factory asks for',
  why: 'The endpoint picker ends with "failed to create plugin". Since llm-d-router v0.9.0 a parameter that a plugin does not know is enough for that.',
});
