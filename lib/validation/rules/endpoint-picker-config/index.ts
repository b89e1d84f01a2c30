import type { Rule } from '../../rule';

/** Rules about the EndpointPickerConfig file. */
export const ENDPOINT_PICKER_CONFIG_RULES: readonly Rule[] = [];
