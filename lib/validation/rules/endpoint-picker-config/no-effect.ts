import { configRule } from './config-rule';
import { config } from './example';

export const CONFIG_NO_EFFECT = configRule({
  code: 'LLMD-EPP-CONFIG-NO-EFFECT',
  severity: 'warning',
  title: 'No part of the configuration is passed over',
  why: '`flowControl` is passed over without its gate, and all YAML documents but the first are.',
  examples: {
    failing: config('flowControl: { maxRequests: 100 }\n'),
    passing: config('featureGates: [flowControl]\nflowControl: { maxRequests: 100 }\n'),
  },
});
