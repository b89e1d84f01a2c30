import type { IConstruct } from 'constructs';
import { refuse } from '../errors';
import { show } from '../text/wording';
import { MOST_TARGET_PORTS } from '../model-server/engine-checks';
import { type Range, checkedNumber } from '../numbers';

/** The ports of a pool where none are given. */
export const DEFAULT_TARGET_PORTS = [8000];

const PORT: Range = {
  code: 'LLMD-POOL-PORT-RANGE',
  what: 'targetPorts',
  min: 1,
  max: 65535,
  expected: 'whole numbers from 1 to 65535',
  remedy: "pass the container ports of the pods' HTTP API",
};

/** Returns `ports` if an InferencePool can have them as its target ports. */
export function checkedTargetPorts(where: IConstruct, ports: number[]): number[] {
  ports.forEach((port) => checkedNumber(where, port, PORT));
  if (ports.length === 0 || ports.length > MOST_TARGET_PORTS) {
    refuse(where, {
      code: 'LLMD-POOL-PORT-COUNT',
      got: `${ports.length} targetPorts`,
      expected: `1 to ${MOST_TARGET_PORTS} ports`,
      remedy: 'list the ports on which a pod answers, one for each data-parallel rank',
    });
  }
  if (new Set(ports).size < ports.length) {
    refuse(where, {
      code: 'LLMD-POOL-PORT-TWICE',
      got: `targetPorts ${show(ports)}`,
      expected: 'each port once',
      remedy: 'remove the second one',
    });
  }
  return [...ports];
}
