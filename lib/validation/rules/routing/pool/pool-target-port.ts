import { POOL_GROUP } from '../../../../catalogue/api-groups';
import { listed } from '../../../../text/wording';
import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import type { PodTemplate } from '../../../facts/pod-template';
import { declared, showDeclared } from '../service-ports';
import { memberships } from './members';

export const POOL_TARGET_PORT: Rule = {
  code: 'LLMD-POOL-TARGET-PORT',
  severity: 'error',
  title: 'The target ports of an InferencePool are ports of its pods',
  why:
    'The endpoint picker sends requests to these ports and reads metrics there, whatever the containers say: where ' +
    'no program listens, every request fails (Gateway API Inference Extension issue 2562).',
  *check(set) {
    for (const { pool, servers } of set.view(memberships)) {
      for (const { number, path } of pool.ports) {
        const without = servers.filter((pod) => lacks(pod, number));
        if (without.length === 0) continue;
        yield {
          resource: pool.resource,
          path,
          message: `port ${number} is declared by no container of ${listed(without.map(showPorts))}`,
          remedy: "write the port on which the model servers listen, and declare it in their container's ports",
        };
      }
    }
  },
};

/** Ports need not be declared: a pod that declares none says nothing about where it listens. */
function lacks(pod: PodTemplate, port: number): boolean {
  const own = declared(pod);
  return own.length > 0 && isActive(pod, port) && !own.some(({ number }) => number === port);
}

const ACTIVE_PORTS = `${POOL_GROUP}/active-ports`;

/** A pod may name those of the pool's ports on which it listens. Source: pkg/epp/datastore of GAIE v1.4.0. */
function isActive({ resource, path }: PodTemplate, port: number): boolean {
  const template = path.reduce<any>((value, step) => value?.[step], resource.object);
  const active: string | undefined = template?.metadata?.annotations?.[ACTIVE_PORTS];
  return active === undefined || active.split(',').some((entry) => Number(entry) === port);
}

function showPorts(pod: PodTemplate): string {
  return `${showResource(pod.resource)}, which has ${showDeclared(pod)}`;
}
