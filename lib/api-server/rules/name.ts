import type { RuleDoc } from '../rule-doc';

export const NAME: RuleDoc = {
  code: 'LLMD-NAME',
  severity: 'error',
  title: 'An object has a name that its kind allows',
  why: 'The API server refuses the object. Most names are DNS names; those of Services and Namespaces are shorter, since other names contain them.',
};
