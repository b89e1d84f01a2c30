import type { Rule } from '../../../rule';
import { SERVICE_NO_PODS } from './service-no-pods';
import { SERVICE_PORT_NAME } from './service-port-name';
import { SERVICE_PORT_NUMBER } from './service-port-number';

/** Rules about Services and their pods. */
export const SERVICE_RULES: readonly Rule[] = [SERVICE_NO_PODS, SERVICE_PORT_NAME, SERVICE_PORT_NUMBER];
