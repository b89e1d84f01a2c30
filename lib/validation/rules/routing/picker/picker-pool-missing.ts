import { missing } from '../../../references/dangling';

export const PICKER_POOL_MISSING = missing({
  code: 'LLMD-EPP-POOL-MISSING',
  title: 'An endpoint picker names an InferencePool that exists',
  why:
    'Without its pool an endpoint picker is never ready, and its liveness probe says the same: Kubernetes restarts it ' +
    'for ever.',
  remedy: 'correct --pool-name, --pool-namespace or --pool-group, or add the pool',
});
