import type { Rule } from '../../rule';

/** Rules about the container of an endpoint picker. */
export const ENDPOINT_PICKER_RULES: readonly Rule[] = [];
