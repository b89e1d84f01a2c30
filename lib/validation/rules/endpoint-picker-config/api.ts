import { configRule } from './config-rule';

export const CONFIG_API = configRule({
  code: 'LLMD-EPP-CONFIG-API',
  severity: 'error',
  title: 'apiVersion and kind are those that the release reads',
  why: 'The endpoint picker ends with "no kind is registered for version". Either may be left out, which is as good as right.',
});
