import type { Rule } from '../../rule';
import { MONITOR_AUTH } from './auth';
import { MONITOR_PORT } from './port';
import { MONITOR_SELECTOR } from './selector';

/** Rules about scrape objects. */
export const MONITORING_RULES: readonly Rule[] = [MONITOR_SELECTOR, MONITOR_PORT, MONITOR_AUTH];
