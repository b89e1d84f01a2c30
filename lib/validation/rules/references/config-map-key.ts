import type { Rule } from '../../rule';
import { missingKeys } from './missing-key';

export const CONFIG_MAP_KEY: Rule = {
  code: 'LLMD-CONFIG-MAP-KEY',
  severity: 'error',
  title: 'A key that a pod asks for is in the ConfigMap',
  why: 'The pod waits as it does for a ConfigMap that is missing, and its events name the key.',
  check: (set) =>
    missingKeys(set, 'ConfigMap', ({ object: { data = {}, binaryData = {} } }) => [
      ...Object.keys(data),
      ...Object.keys(binaryData),
    ]),
};
