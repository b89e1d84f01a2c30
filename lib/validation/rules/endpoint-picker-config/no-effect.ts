import { configRule } from './config-rule';

export const CONFIG_NO_EFFECT = configRule({
  code: 'LLMD-EPP-CONFIG-NO-EFFECT',
  severity: 'warning',
  title: 'No part of the configuration is passed over',
  why: '`flowControl` is passed over without its gate, and all YAML documents but the first are.',
});
