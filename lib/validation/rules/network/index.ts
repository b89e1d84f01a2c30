import type { Rule } from '../../rule';
import { NETWORK_API_SERVER } from './api-server';
import { NETWORK_DNS } from './dns';
import { NETWORK_GATEWAY } from './gateway';
import { NETWORK_PATH } from './path';

/** Rules about NetworkPolicies. */
export const NETWORK_RULES: readonly Rule[] = [NETWORK_PATH, NETWORK_GATEWAY, NETWORK_API_SERVER, NETWORK_DNS];
