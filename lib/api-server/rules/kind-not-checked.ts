import type { RuleDoc } from '../rule-doc';

export const KIND_NOT_CHECKED: RuleDoc = {
  code: 'LLMD-KIND-NOT-CHECKED',
  severity: 'note',
  title: 'There is a schema for this kind',
  why: 'Nobody here has the definition of the kind, so only its metadata was looked at.',
};
