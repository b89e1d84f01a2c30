import { TPU_HOSTS } from '../catalogue/accelerators';
import { refuse } from '../errors';

/** Chips of a pod, and pods of a slice. */
export function tpuSlice(where: string, type: string, topology: string): { count: number; hosts: number } {
  const chips = topology.split('x').reduce((product, side) => product * Number(side), 1);
  const hasLargeHosts = TPU_HOSTS.typesWithLargeHosts.some((each) => each === type);
  const ofOneHost = hasLargeHosts ? TPU_HOSTS.chipsOfLargeHost : TPU_HOSTS.chips;
  const count = chips <= ofOneHost ? chips : TPU_HOSTS.chips;
  if (chips % count !== 0) {
    refuse(where, {
      code: 'LLMD-ACCELERATOR-TOPOLOGY',
      got: `the topology ${topology} of ${chips} chips`,
      expected: `up to ${ofOneHost} chips on one host of type ${type}, or a multiple of ${TPU_HOSTS.chips}`,
      remedy: `copy the topology from the label ${TPU_HOSTS.topologyLabel} of the nodes`,
    });
  }
  return { count, hosts: chips / count };
}
