import type { Rule } from '../../rule';
import { violations } from './violations';

export const EPP_OTHER_RELEASE: Rule = {
  code: 'LLMD-EPP-OTHER-RELEASE',
  severity: 'warning',
  title: 'The flags of an endpoint picker of an unknown release are ones that a known release has',
  why: 'Its image says a version that is not known here. A flag that no known release has, or a value that none of them takes, is more likely a mistake than new.',
  *check(set) {
    for (const { command, violation } of set.view(violations)) if (!command.isCertain) yield violation;
  },
};
