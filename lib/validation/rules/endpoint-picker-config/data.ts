import { configRule } from './config-rule';

export const CONFIG_DATA = configRule({
  code: 'LLMD-EPP-CONFIG-DATA',
  severity: 'error',
  title: 'What one plugin needs of another one is there, and both speak of the same thing',
  why: 'The endpoint picker ends with "no default producer found for missing data key", and GAIE v1.5.0 with "data type mismatch" as soon as `token-load-scorer` and `inflight-load-producer` are together.',
});
