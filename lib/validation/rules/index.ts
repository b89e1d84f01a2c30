import type { Rule } from '../rule';
import { ACCESS_RULES } from './access';
import { ENDPOINT_PICKER_RULES } from './endpoint-picker';
import { ENDPOINT_PICKER_CONFIG_RULES } from './endpoint-picker-config';
import { MONITORING_RULES } from './monitoring';
import { NETWORK_RULES } from './network';
import { POD_RULES } from './pod';
import { REFERENCE_RULES } from './references';
import { ROUTING_RULES } from './routing';
import { SET_RULES } from './set';
import { VLLM_RULES } from './vllm';

/** Every rule over a whole set. Each area is a folder with a list of its own. */
export const RULES: readonly Rule[] = [
  ...SET_RULES,
  ...REFERENCE_RULES,
  ...ROUTING_RULES,
  ...ACCESS_RULES,
  ...NETWORK_RULES,
  ...MONITORING_RULES,
  ...POD_RULES,
  ...ENDPOINT_PICKER_RULES,
  ...ENDPOINT_PICKER_CONFIG_RULES,
  ...VLLM_RULES,
];
