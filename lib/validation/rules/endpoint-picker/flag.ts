import type { Rule } from '../../rule';
import { certain } from './violations';

/** The picker has each of its flags. */
export const EPP_FLAG: Rule = {
  code: 'LLMD-EPP-FLAG',
  severity: 'error',
  title: 'The endpoint picker of this release knows each of its flags',
  why: 'With an unknown flag it prints its usage and ends, and the pod restarts for ever. Flags came and went: llm-d-router v0.10.0 took the --model-server-metrics- flags away, and brought others.',
  check: (set) => certain(set, 'flag'),
};
