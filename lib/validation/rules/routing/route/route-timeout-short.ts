import type { Rule } from '../../../rule';
import { routeRules } from '../backend/backends';
import { parseGatewayDuration } from '../../../../text/duration';
import { leadsToModel } from './model-routes';

/** What a client with a long prompt, or a queue before it, should be given. */
const ENOUGH = 60_000;

export const ROUTE_TIMEOUT_SHORT: Rule = {
  code: 'LLMD-ROUTE-TIMEOUT-SHORT',
  severity: 'warning',
  title: 'The timeout of a route to a model is a minute or more',
  why:
    'Proxies of the Envoy family bound the whole response, so that a long stream is cut off. ' +
    'llm-d\'s chart gives 300 s; "0s" is no limit (modelplane PR 174, LLMKube issue 734).',
  *check(set) {
    for (const entry of set.view(routeRules)) {
      if (!leadsToModel(set, entry)) continue;
      for (const field of ['request', 'backendRequest']) {
        const given: unknown = entry.rule.timeouts?.[field];
        const time = parseGatewayDuration(given);
        if (time === undefined || time === 0 || time >= ENOUGH) continue;
        yield {
          resource: entry.route,
          path: ['spec', 'rules', entry.index, 'timeouts', field],
          message: `a response that takes longer than ${String(given)} is cut off`,
          remedy: 'write 0s, which is no limit, or the longest answer that you expect',
        };
      }
    }
  },
};
