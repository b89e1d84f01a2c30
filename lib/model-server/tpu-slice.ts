import { refuse } from '../errors';

/** Chips of one host by GKE's accelerator type. Source: GKE's table of TPU versions and topologies. */
const CHIPS_OF_HOST: ReadonlyMap<string, number> = new Map([
  ['tpu-v5-lite-podslice', 8],
  ['tpu-v5-lite-device', 8],
  ['tpu-v6e-slice', 8],
]);
const CHIPS_OF_OTHER_HOSTS = 4;

/** Chips of a pod, and pods of a slice. */
export function tpuSlice(where: string, type: string, topology: string): { count: number; hosts: number } {
  const chips = topology.split('x').reduce((product, side) => product * Number(side), 1);
  const ofHost = CHIPS_OF_HOST.get(type) ?? CHIPS_OF_OTHER_HOSTS;
  const count = Math.min(chips, ofHost);
  if (chips % count !== 0) {
    refuse(where, {
      code: 'LLMD-ACCELERATOR-TOPOLOGY',
      got: `the topology ${topology} of ${chips} chips`,
      expected: `up to ${ofHost} chips, or a multiple of ${ofHost}, which a host of type ${type} has`,
      remedy: 'copy the topology from the label cloud.google.com/gke-tpu-topology of the nodes',
    });
  }
  return { count, hosts: chips / count };
}
