import type { Rule } from '../../../rule';
import { BACKEND_GRANT_IGNORED } from './backend-grant-ignored';
import { BACKEND_GRANT } from './backend-grant';
import { BACKEND_MISSING } from './backend-missing';
import { BACKEND_POOL_PORT } from './backend-pool-port';
import { BACKEND_POOLS_ISTIO } from './backend-pools-istio';
import { BACKEND_PORT } from './backend-port';
import { BACKEND_WEIGHTS } from './backend-weights';

/** Rules about where routes lead. */
export const BACKEND_RULES: readonly Rule[] = [
  BACKEND_GRANT_IGNORED,
  BACKEND_GRANT,
  BACKEND_MISSING,
  BACKEND_POOL_PORT,
  BACKEND_POOLS_ISTIO,
  BACKEND_PORT,
  BACKEND_WEIGHTS,
];
