import type { Rule } from '../../rule';

/** Rules about names that one object writes and another bears. */
export const REFERENCE_RULES: readonly Rule[] = [];
