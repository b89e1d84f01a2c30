import type { Rule } from '../../rule';
import { certain } from './violations';

export const EPP_VALUE: Rule = {
  code: 'LLMD-EPP-VALUE',
  severity: 'error',
  title: 'Each flag of an endpoint picker has a value of its type',
  why: 'With a value that it cannot read, the picker prints its usage and ends; with a port that does not exist it ends when it begins to listen.',
  check: (set) => certain(set, 'value'),
};
