import { showResource } from '../../../api-server/resource';
import type { Rule, Violation } from '../../rule';
import { type Flow, flows } from '../../facts/flows';
import { egressObstacle, ingressObstacle, type Obstacle } from '../../facts/network-policies';
import type { PodTemplate } from '../../facts/pod-template';

export const NETWORK_PATH: Rule = {
  code: 'LLMD-NETWORK-PATH',
  severity: 'error',
  title:
    'NetworkPolicies let the picker and the proxies of the set reach the pods of the pool, and the proxies the picker',
  why: 'A picker that cannot read the metrics of its pods picks blindly, and a proxy that reaches no picker or no pod answers every request with an error. The packets are dropped without an answer, so that it looks like a slow network.',
  *check(set) {
    for (const flow of set.view(flows)) {
      const { from, to, port } = flow;
      const outgoing = egressObstacle(set, from, to, port);
      if (outgoing !== undefined) yield violation(flow, outgoing);
      const incoming = ingressObstacle(set, from, to, port);
      if (incoming !== undefined) yield violation(flow, incoming);
    }
  },
};

function violation({ from, to, port, purpose }: Flow<PodTemplate>, { policies, path }: Obstacle): Violation {
  const [policy, ...others] = policies;
  const names = others.map(({ name }) => name);
  const also = names.length === 0 ? '' : `, nor does ${names.join(' or ')}`;
  return {
    resource: policy,
    path,
    message: `${showResource(from.resource)} must reach port ${port} of ${showResource(to.resource)} to ${purpose}, and no rule here admits it${also}`,
    remedy: `add ${path.at(-1) === 'ingress' ? `an ingress rule from the pods of ${showResource(from.resource)}` : `an egress rule to the pods of ${showResource(to.resource)}`}, on port ${port}`,
  };
}
