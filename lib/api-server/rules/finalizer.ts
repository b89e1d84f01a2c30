import type { RuleDoc } from '../rule-doc';

export const FINALIZER: RuleDoc = {
  code: 'LLMD-FINALIZER',
  severity: 'error',
  title: "A finalizer has a name, of its owner's domain where it is not Kubernetes' own",
  why: 'The API server refuses the object.',
};
