import type { Rule } from '../../rule';

/** Rules about NetworkPolicies. */
export const NETWORK_RULES: readonly Rule[] = [];
