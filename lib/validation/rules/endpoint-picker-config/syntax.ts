import { configRule } from './config-rule';

export const CONFIG_SYNTAX = configRule({
  code: 'LLMD-EPP-CONFIG-SYNTAX',
  severity: 'error',
  title: 'The text is YAML or JSON as Go reads it',
  why: 'The endpoint picker ends with "failed to decode configuration". It reads YAML 1.1, so that `on` and `yes` are booleans, refuses a key that is there twice, and takes a text that begins with a brace for JSON.',
});
