import type { Rule } from '../../rule';
import { certain } from './violations';

export const EPP_FLAG: Rule = {
  code: 'LLMD-EPP-FLAG',
  severity: 'error',
  title: 'Every flag is one that this release of the endpoint picker has',
  why: 'With an unknown flag it prints its usage and ends, and the pod restarts for ever. llm-d-router v0.10.0 removed the --model-server-metrics- flags, and added others.',
  check: (set) => certain(set, 'flag'),
};
