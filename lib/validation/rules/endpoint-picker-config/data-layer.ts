import { configRule } from './config-rule';

export const CONFIG_DATA_LAYER = configRule({
  code: 'LLMD-EPP-CONFIG-DATA-LAYER',
  severity: 'error',
  title: 'The gate dataLayer of GAIE v1.4.0 comes with sources',
  why: 'The endpoint picker ends with "You must specify the Data section in the configuration".',
});
