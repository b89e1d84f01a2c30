import type { Rule } from '../../rule';

/** Rules about RBAC. */
export const ACCESS_RULES: readonly Rule[] = [];
