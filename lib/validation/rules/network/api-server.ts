import type { Rule } from '../../rule';
import { endpointPickers } from '../../facts/endpoint-pickers';
import { egressObstacleWhere } from '../../facts/network-policies';

/** Where API servers listen: behind their Service, and on their nodes. */
const PORTS = [443, 6443];

export const NETWORK_API_SERVER: Rule = {
  code: 'LLMD-NETWORK-API-SERVER',
  severity: 'warning',
  title: 'NetworkPolicies let the endpoint picker reach the API server',
  why: 'The API server is no pod of the cluster network, so that no podSelector and no namespaceSelector admits it. Without it the picker knows no pool and no pods.',
  *check(set) {
    for (const { pod } of set.view(endpointPickers)) {
      const obstacle = egressObstacleWhere(set, pod, admitsApiServer);
      if (obstacle === undefined) continue;
      yield {
        resource: obstacle.policies[0],
        path: obstacle.path,
        message: `${pod.resource.kind} ${pod.resource.name} runs an endpoint picker, and no rule here admits it to the API server`,
        remedy: 'add an egress rule for ports 443 and 6443, without `to` or with the ipBlock of the API server',
      };
    }
  },
};

function admitsApiServer({ to = [], ports = [] }: any): boolean {
  const anywhere = to.length === 0 || to.some(({ ipBlock }: any) => ipBlock !== undefined);
  const anyPort = ports.some(({ protocol = 'TCP', port, endPort = port }: any) => {
    if (protocol !== 'TCP') return false;
    return typeof port !== 'number' || PORTS.some((own) => port <= own && own <= endPort);
  });
  return anywhere && (ports.length === 0 || anyPort);
}
