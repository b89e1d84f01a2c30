import type { Rule } from '../../rule';
import { DUPLICATE_OBJECT } from './duplicate-object';
import { WORKLOAD_SELECTORS } from './workload-selectors';

/** Rules about the set as a whole. */
export const SET_RULES: readonly Rule[] = [DUPLICATE_OBJECT, WORKLOAD_SELECTORS];
