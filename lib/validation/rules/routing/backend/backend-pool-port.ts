import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { isPool, routeRules } from './backends';

export const BACKEND_POOL_PORT: Rule = {
  code: 'LLMD-BACKEND-POOL-PORT',
  severity: 'warning',
  title: 'A backendRef to an InferencePool names no port',
  why: 'Gateways ignore the port and use the target ports of the pool, so that the manifest says something that does not happen.',
  *check(set) {
    for (const { route, backends } of set.view(routeRules)) {
      for (const { reference, to } of backends.filter(isPool)) {
        if (reference.port === undefined) continue;
        yield {
          resource: route,
          path: reference.port.path,
          message: `port ${reference.port.value} has no effect beside ${showResource(to)}`,
          remedy: 'leave the port out',
        };
      }
    }
  },
};
