import { configRule } from './config-rule';

export const CONFIG_FIELD = configRule({
  code: 'LLMD-EPP-CONFIG-FIELD',
  severity: 'error',
  title: 'Every field is one of the release, in its exact spelling, and has the right type',
  why: 'The endpoint picker ends with "unknown field" or "cannot unmarshal". Fields came and went between releases: `data` of GAIE v1.4.0 is `dataLayer` since v1.5.0.',
});
