import { showResource } from '../../../api-server/resource';
import type { Rule } from '../../rule';
import { gatewayFlows } from '../../facts/flows';
import { ingressObstacle } from '../../facts/network-policies';

export const NETWORK_GATEWAY: Rule = {
  code: 'LLMD-NETWORK-GATEWAY',
  severity: 'warning',
  title: 'NetworkPolicies admit the Gateway to the picker and the pods of its pool',
  why: 'The proxies of a Gateway run in its namespace, outside of this set, and need both. A policy that admits the own namespace only, or no peer at all, makes every request time out.',
  *check(set) {
    for (const { from, to, port, purpose } of set.view(gatewayFlows)) {
      const obstacle = ingressObstacle(set, from, to, port);
      if (obstacle === undefined) continue;
      const { policies, path } = obstacle;
      const names = policies.map(({ name }) => name).join(' and ');
      yield {
        resource: policies[0],
        path,
        message: `the proxies of Gateway ${from.name} must reach port ${port} of ${showResource(to.resource)} to ${purpose}, and ${names} cannot admit them`,
        remedy: `add an ingress rule for the namespace of the proxies, by its label kubernetes.io/metadata.name, to port ${port}`,
      };
    }
  },
};
