import type { RuleDoc } from '../rule-doc';

export const KIND_NOT_CHECKED: RuleDoc = {
  code: 'LLMD-KIND-NOT-CHECKED',
  severity: 'note',
  title: 'The schema of the kind is known',
  why: 'Validation has no schema of the kind, so only the metadata was checked. A CustomResourceDefinition among the validated files supplies the schema.',
};
