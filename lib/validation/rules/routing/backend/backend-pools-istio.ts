import { GATEWAYS } from '../../../../catalogue/gateways/gateways';
import { listed } from '../../../../text/wording';
import type { Rule } from '../../../rule';
import { isPool, routeRules } from './backends';

export const BACKEND_POOLS_ISTIO: Rule = {
  code: 'LLMD-BACKEND-POOLS-ISTIO',
  severity: 'warning',
  title: 'On Istio a rule has one InferencePool',
  why:
    'Istio attaches the endpoint picker of the last pool to the whole rule, so that requests for the others are sent ' +
    'to pods that their picker did not choose (istio issue 61594, seen in 1.30.3).',
  *check(set) {
    for (const { route, index, backends, providers } of set.view(routeRules)) {
      const pools = backends.filter(isPool).map(({ to }) => to.name);
      if (pools.length < 2 || !providers.some((id) => GATEWAYS[id].poolsPerRule === 'last')) continue;
      yield {
        resource: route,
        path: ['spec', 'rules', index, 'backendRefs'],
        message: `the rule leads to the pools ${listed(pools)}, and Istio asks the endpoint picker of ${pools.at(-1)} for all of them`,
        remedy: 'give each pool a rule of its own, or split the traffic inside one pool by an InferenceModelRewrite',
      };
    }
  },
};
