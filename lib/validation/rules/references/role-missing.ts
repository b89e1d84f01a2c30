import { missing } from '../../references/dangling';

/** A role is there. */
export const ROLE_MISSING = missing({
  code: 'LLMD-ROLE-MISSING',
  title: 'The role of a binding exists',
  why: 'The binding gives nothing, and nobody says so: the program behind the ServiceAccount gets 403.',
  remedy: 'name a Role of the same namespace or a ClusterRole, or add it',
});
