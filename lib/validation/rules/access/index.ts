import type { Rule } from '../../rule';
import { CLUSTER_SCOPED_IN_ROLE } from './cluster-scoped';
import { PICKER_BROAD } from './picker-broad';
import { PICKER_OPTIONAL } from './picker-optional';
import { PICKER_TOKEN } from './picker-token';
import { PICKER_UNKNOWN } from './picker-unknown';
import { PICKER_WATCH } from './picker-watch';

/** Rules about RBAC. */
export const ACCESS_RULES: readonly Rule[] = [
  PICKER_WATCH,
  PICKER_OPTIONAL,
  PICKER_UNKNOWN,
  PICKER_TOKEN,
  PICKER_BROAD,
  CLUSTER_SCOPED_IN_ROLE,
];
