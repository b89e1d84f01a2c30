import type { Rule } from '../../rule';
import { egressObstacleWhere } from '../../facts/network-policies';
import { proxies } from '../../facts/proxies';

export const NETWORK_DNS: Rule = {
  code: 'LLMD-NETWORK-DNS',
  severity: 'warning',
  title: 'NetworkPolicies admit DNS queries of proxies',
  why: 'It knows its endpoint picker by the name of a Service. Without DNS it finds none and answers every request with an error.',
  *check(set) {
    for (const { pod, pickers } of set.view(proxies)) {
      const obstacle = pickers.length === 0 ? undefined : egressObstacleWhere(set, pod, admitsDns);
      if (obstacle === undefined) continue;
      yield {
        resource: obstacle.policies[0],
        path: obstacle.path,
        message: `${pod.resource.kind} ${pod.resource.name} looks up the Service of its endpoint picker, and no rule here admits it to port 53`,
        remedy: 'add an egress rule for port 53 with protocol UDP, and one with TCP',
      };
    }
  },
};

function admitsDns({ ports = [] }: any): boolean {
  const isDns = ({ port, endPort = port }: any) => typeof port !== 'number' || (port <= 53 && 53 <= endPort);
  return ports.length === 0 || ports.some(isDns);
}
