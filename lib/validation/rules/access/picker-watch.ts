import type { Rule } from '../../rule';
import { ENOUGH, pickerWithRules } from './example';
import { lacking } from './picker-rights';

/** What an endpoint picker cannot run without. */
export const PICKER_WATCH: Rule = {
  code: 'LLMD-ACCESS-PICKER',
  severity: 'error',
  title: 'The ServiceAccount of an endpoint picker may list and watch what the picker follows',
  why: 'A picker that may not list one of its kinds waits for that copy to fill, answers no request, and ends after two minutes; then again. Which kinds and groups it follows depends on its release.',
  examples: {
    failing: pickerWithRules(ENOUGH.replace('inferencemodelrewrites, ', '')),
    passing: pickerWithRules(ENOUGH),
  },
  check: (set) => lacking(set, true),
};
