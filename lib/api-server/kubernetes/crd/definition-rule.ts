import type { RuleDoc } from '../../rule-doc';

export const DEFINITION: RuleDoc = {
  code: 'LLMD-CRD',
  severity: 'error',
  title: 'Definitions of kinds have consistent names and a structural schema',
  why: 'The API server refuses a definition whose name is not its plural and group, which stores no version or two, or whose schema is not structural; nothing of the kind can be applied then.',
};
