import type { Rule } from '../../../rule';
import { POOL_FAIL_OPEN } from './pool-fail-open';
import { POOL_GROUP_LEGACY } from './pool-group-legacy';
import { POOL_GROUPS_MIXED } from './pool-groups-mixed';
import { POOL_NO_PODS } from './pool-no-pods';
import { POOL_RANK_PORTS } from './pool-rank-ports';
import { POOL_SHARED_PODS } from './pool-shared-pods';
import { POOL_STRANGER } from './pool-stranger';
import { POOL_TARGET_PORT } from './pool-target-port';

/** Rules about InferencePools and their pods. */
export const POOL_RULES: readonly Rule[] = [
  POOL_FAIL_OPEN,
  POOL_GROUP_LEGACY,
  POOL_GROUPS_MIXED,
  POOL_NO_PODS,
  POOL_RANK_PORTS,
  POOL_SHARED_PODS,
  POOL_STRANGER,
  POOL_TARGET_PORT,
];
