import type { Rule } from '../../../rule';
import { routeRules } from './backends';

export const BACKEND_WEIGHTS: Rule = {
  code: 'LLMD-BACKEND-WEIGHTS',
  severity: 'warning',
  title: 'A rule has a backend with a weight above 0',
  why: 'Where all weights are 0 no backend may be chosen: Gateway API demands status 500 for every request.',
  *check(set) {
    for (const { route, index, backends } of set.view(routeRules)) {
      if (backends.length === 0 || backends.some(({ ref }) => ref.weight !== 0)) continue;
      yield {
        resource: route,
        path: ['spec', 'rules', index, 'backendRefs'],
        message: 'every backend of the rule has weight 0',
        remedy: 'give a weight above 0 to the backends that shall answer',
      };
    }
  },
};
