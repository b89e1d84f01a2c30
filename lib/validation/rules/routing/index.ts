import type { Rule } from '../../rule';

/** Rules about the way of a request: Gateway, route, pool, picker, rewrite, objective. */
export const ROUTING_RULES: readonly Rule[] = [];
