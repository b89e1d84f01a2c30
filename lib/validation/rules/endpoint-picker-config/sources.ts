import { configRule } from './config-rule';

export const CONFIG_SOURCES = configRule({
  code: 'LLMD-EPP-CONFIG-SOURCES',
  severity: 'error',
  title: 'There is a source of data, and every extractor can read its source',
  why: 'The endpoint picker takes the configuration, connects to the API server, and ends then with "failed to initialize data layer".',
});
