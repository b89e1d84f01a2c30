import type { Rule } from '../../rule';

/** Rules about pods at run time: drain, probes, security, sizes. */
export const POD_RULES: readonly Rule[] = [];
