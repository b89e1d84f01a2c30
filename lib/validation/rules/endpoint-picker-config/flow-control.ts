import { configRule } from './config-rule';

export const CONFIG_FLOW_CONTROL = configRule({
  code: 'LLMD-EPP-CONFIG-FLOW-CONTROL',
  severity: 'error',
  title: 'Limits of flow control are not negative, and every priority has one band',
  why: 'With the gate `flowControl` the endpoint picker ends with "duplicate priority level" or "must be non-negative".',
});
