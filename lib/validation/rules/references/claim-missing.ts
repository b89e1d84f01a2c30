import { missing } from '../../references/dangling';

export const CLAIM_MISSING = missing({
  code: 'LLMD-CLAIM-MISSING',
  title: 'A PersistentVolumeClaim of a pod exists',
  why: 'The scheduler leaves the pod Pending until there is such a claim.',
  remedy: 'name a PersistentVolumeClaim of the same namespace, or add it',
});
