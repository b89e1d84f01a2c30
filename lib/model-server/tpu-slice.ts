import { refuse } from '../errors';

/**
 * Types with hosts of up to 8 chips, by GKE's names. They are slices of their own: a slice of several hosts has 4 chips on
 * each, of any type. Source: GKE's table of TPU versions, machine types and topologies.
 */
const TYPES_WITH_LARGE_HOSTS = ['tpu-v5-lite-podslice', 'tpu-v5-lite-device', 'tpu-v6e-slice'];
const CHIPS_OF_LARGE_HOST = 8;
const CHIPS_OF_HOST = 4;

/** Chips of a pod, and pods of a slice. */
export function tpuSlice(where: string, type: string, topology: string): { count: number; hosts: number } {
  const chips = topology.split('x').reduce((product, side) => product * Number(side), 1);
  const ofOneHost = TYPES_WITH_LARGE_HOSTS.includes(type) ? CHIPS_OF_LARGE_HOST : CHIPS_OF_HOST;
  const count = chips <= ofOneHost ? chips : CHIPS_OF_HOST;
  if (chips % count !== 0) {
    refuse(where, {
      code: 'LLMD-ACCELERATOR-TOPOLOGY',
      got: `the topology ${topology} of ${chips} chips`,
      expected: `up to ${ofOneHost} chips on one host of type ${type}, or a multiple of ${CHIPS_OF_HOST}`,
      remedy: 'copy the topology from the label cloud.google.com/gke-tpu-topology of the nodes',
    });
  }
  return { count, hosts: chips / count };
}
