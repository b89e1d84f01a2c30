import type { Rule } from '../../rule';
import { BUDGET_NO_PODS } from './budget-no-pods';
import { CLAIM_MISSING } from './claim-missing';
import { CLAIM_SHARED } from './claim-shared';
import { CONFIG_MAP_KEY } from './config-map-key';
import { CONFIG_MAP_MISSING } from './config-map-missing';
import { PARAMETERS_MISSING } from './parameters-missing';
import { POLICY_TARGET_MISSING } from './policy-target-missing';
import { REFERENCE_GROUP } from './reference-group';
import { REFERENCE_MISSING } from './reference-missing';
import { ROLE_MISSING } from './role-missing';
import { SCALE_TARGET_MISSING } from './scale-target-missing';
import { SECRET_KEY } from './secret-key';
import { SECRET_MISSING } from './secret-missing';
import { SERVICE_ACCOUNT_MISSING } from './service-account-missing';

/** Rules about references from one object to another by name. */
export const REFERENCE_RULES: readonly Rule[] = [
  BUDGET_NO_PODS,
  CLAIM_MISSING,
  CLAIM_SHARED,
  CONFIG_MAP_KEY,
  CONFIG_MAP_MISSING,
  PARAMETERS_MISSING,
  POLICY_TARGET_MISSING,
  REFERENCE_GROUP,
  REFERENCE_MISSING,
  ROLE_MISSING,
  SCALE_TARGET_MISSING,
  SECRET_KEY,
  SECRET_MISSING,
  SERVICE_ACCOUNT_MISSING,
];
