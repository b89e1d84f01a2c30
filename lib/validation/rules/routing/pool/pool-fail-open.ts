import { GATEWAYS } from '../../../../catalogue/gateways/gateways';
import { keyOf } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { inferencePools } from '../../../facts/inference-pools';
import { providersByPool } from '../backend/backends';

export const POOL_FAIL_OPEN: Rule = {
  code: 'LLMD-POOL-FAIL-OPEN',
  severity: 'warning',
  title: 'A pool with FailOpen is behind a Gateway that honours it',
  why:
    'Completions have a body, and while the endpoint picker is away these Gateways refuse them all the same ' +
    '(agentgateway issue 3473, ai-gateway issue 2502).',
  *check(set) {
    for (const { resource, failureMode, failureModePath } of set.view(inferencePools)) {
      if (failureMode !== 'FailOpen') continue;
      const providers = set.view(providersByPool).get(keyOf(resource)) ?? [];
      const effect = providers.map((id) => GATEWAYS[id].ignoresFailOpen).find((text) => text !== undefined);
      if (effect === undefined) continue;
      yield {
        resource,
        path: failureModePath,
        message: `FailOpen has no effect for completions: ${effect} while the endpoint picker is away`,
        remedy: 'write FailClose, and do not count on FailOpen',
      };
    }
  },
};
