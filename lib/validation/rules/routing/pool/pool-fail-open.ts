import { keyOf } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import type { GatewayProvider } from '../../../facts/gateway-providers';
import { inferencePools } from '../../../facts/inference-pools';
import { providersByPool } from '../backend/backends';

/** What happens in spite of FailOpen. */
const IN_SPITE: { readonly [provider in GatewayProvider]?: string } = {
  agentgateway: 'agentgateway up to v1.4.1 answers 500 to every request with a body',
  'envoy-gateway': 'Envoy AI Gateway v1.1.0 always fails closed',
};

/** FailOpen is a promise of the Gateway. */
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
      const provider = providers.find((candidate) => IN_SPITE[candidate] !== undefined);
      if (provider === undefined) continue;
      yield {
        resource,
        path: failureModePath,
        message: `FailOpen has no effect for completions: ${IN_SPITE[provider]} while the endpoint picker is away`,
        remedy: 'write FailClose, and do not count on FailOpen',
      };
    }
  },
};
