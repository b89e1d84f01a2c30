import type { Rule } from '../../rule';

/** Rules about the set itself: objects that collide. */
export const SET_RULES: readonly Rule[] = [];
