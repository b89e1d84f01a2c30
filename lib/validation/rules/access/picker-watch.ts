import type { Rule } from '../../rule';
import { lacking } from './picker-rights';

export const PICKER_WATCH: Rule = {
  code: 'LLMD-EPP-ACCESS',
  severity: 'error',
  title: 'The ServiceAccount of an endpoint picker may list and watch what the picker follows',
  why: 'Seen with GAIE v1.5.0: a picker that may not list one of its kinds answers no request, and restarts every two minutes. One that may list but not watch learns of every change late. Which kinds and groups it follows depends on its release.',
  check: (set) => lacking(set, true),
};
