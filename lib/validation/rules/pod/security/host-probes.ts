import type { Path } from '../../../../text/path';
import { containersOf } from '../../../facts/pods';
import type { Control } from './control';

const HANDLERS: readonly Path[] = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
];

export const HOST_PROBES: Control = {
  name: 'HOST-PROBES',
  title: 'Probes and hooks connect to their own pod',
  why: 'The kubelet sends these requests from the node, so that with another host they pass firewalls and NetworkPolicies.',
  remedy: "take host away: the pod's own address is the default",
  *check(pod) {
    for (const { path, container } of containersOf(pod)) {
      for (const handler of HANDLERS) {
        for (const type of ['httpGet', 'tcpSocket']) {
          const place = [...handler, type, 'host'];
          const host = place.reduce((value, step) => value?.[step], container);
          if (!host) continue;
          yield {
            path: [...path, ...place],
            got: `${handler.at(-1)} of container ${container.name} asks the host ${host}`,
            expected: 'no host',
          };
        }
      }
    }
  },
};
