import type { Rule } from '../../rule';
import { BACKEND_RULES } from './backend';
import { MODEL_RULES } from './model';
import { PICKER_RULES } from './picker';
import { POOL_RULES } from './pool';
import { ROUTE_RULES } from './route';
import { SERVICE_RULES } from './service';

/** Rules about the path of a request: Gateway, route, pool, endpoint picker, rewrite, objective. */
export const ROUTING_RULES: readonly Rule[] = [
  ...SERVICE_RULES,
  ...POOL_RULES,
  ...PICKER_RULES,
  ...ROUTE_RULES,
  ...BACKEND_RULES,
  ...MODEL_RULES,
];
