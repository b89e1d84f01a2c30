import type { Rule } from '../../rule';
import { lacking } from './picker-rights';

/** What an endpoint picker cannot run without. */
export const PICKER_WATCH: Rule = {
  code: 'LLMD-ACCESS-PICKER',
  severity: 'error',
  title: 'The ServiceAccount of an endpoint picker may list and watch what the picker follows',
  why: 'Seen with GAIE v1.5.0: a picker that may not list one of its kinds answers no request, ends after two minutes, and begins anew. One that may list but not watch is late with every change. Which kinds and groups it follows depends on its release.',
  check: (set) => lacking(set, true),
};
