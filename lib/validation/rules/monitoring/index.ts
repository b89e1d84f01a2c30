import type { Rule } from '../../rule';

/** Rules about scrape objects. */
export const MONITORING_RULES: readonly Rule[] = [];
