import type { Rule } from '../../../rule';
import { MODEL_GROUP_LEGACY } from './model-group-legacy';
import { MODEL_GROUP_UNWATCHED } from './model-group-unwatched';
import { MODEL_GROUPS_MIXED } from './model-groups-mixed';
import { POOL_REF_GROUP } from './pool-ref-group';
import { POOL_REF_MISSING } from './pool-ref-missing';
import { REWRITE_CATCH_ALL } from './rewrite-catch-all';
import { REWRITE_IGNORED } from './rewrite-ignored';
import { REWRITE_NO_EFFECT } from './rewrite-no-effect';
import { REWRITE_NO_TARGET } from './rewrite-no-target';
import { REWRITE_SAME_MODEL } from './rewrite-same-model';
import { REWRITE_UNSERVED } from './rewrite-unserved';
import { REWRITE_WEIGHTS } from './rewrite-weights';

/** Rules about rewrites and objectives. */
export const MODEL_RULES: readonly Rule[] = [
  MODEL_GROUP_LEGACY,
  MODEL_GROUP_UNWATCHED,
  MODEL_GROUPS_MIXED,
  POOL_REF_GROUP,
  POOL_REF_MISSING,
  REWRITE_CATCH_ALL,
  REWRITE_IGNORED,
  REWRITE_NO_EFFECT,
  REWRITE_NO_TARGET,
  REWRITE_SAME_MODEL,
  REWRITE_UNSERVED,
  REWRITE_WEIGHTS,
];
