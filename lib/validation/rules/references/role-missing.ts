import { missing } from '../../references/dangling';

export const ROLE_MISSING = missing({
  code: 'LLMD-ROLE-MISSING',
  title: 'The role of a binding exists',
  why: 'The binding grants no rights, and no status or event shows it: the program with the ServiceAccount gets 403.',
  remedy: 'name a Role of the same namespace or a ClusterRole, or add it',
});
