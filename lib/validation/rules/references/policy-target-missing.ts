import { missing } from '../../references/dangling';

export const POLICY_TARGET_MISSING = missing({
  code: 'LLMD-POLICY-TARGET-MISSING',
  title: 'The target of a policy exists',
  why: 'A policy without a target has no effect, whatever it protects. Its target is in its own namespace.',
  remedy: 'name an object of the same namespace',
});
