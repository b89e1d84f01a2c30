import { missing } from '../../references/dangling';

export const SCALE_TARGET_MISSING = missing({
  code: 'LLMD-SCALE-TARGET-MISSING',
  title: 'The target of an autoscaler exists',
  why: 'The autoscaler reports FailedGetScale and scales nothing.',
  remedy: 'name a workload of the same namespace',
});
