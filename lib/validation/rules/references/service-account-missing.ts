import { missing } from '../../references/dangling';

export const SERVICE_ACCOUNT_MISSING = missing({
  code: 'LLMD-SERVICE-ACCOUNT-MISSING',
  title: 'A ServiceAccount of pods, bindings and tokens exists',
  why: 'The API server refuses pods of a ServiceAccount that does not exist: the workload stays at 0 pods. A binding for it has no effect.',
  remedy: 'name a ServiceAccount of that namespace, or add it',
});
