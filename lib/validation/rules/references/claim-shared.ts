import { references } from '../../references/references';
import { isSelection } from '../../references/reference';
import { listed } from '../../../text/wording';
import { showResource, type Resource } from '../../../api-server/resource';
import type { Rule } from '../../rule';
import { podTemplates } from '../../facts/pods';
const SHARED = ['ReadOnlyMany', 'ReadWriteMany'];

export const CLAIM_SHARED: Rule = {
  code: 'LLMD-CLAIM-SHARED',
  severity: 'warning',
  title: 'A claim of several pods can be mounted on several nodes',
  why: 'A ReadWriteOnce volume is mounted on one node: pods on other nodes stay in ContainerCreating (Multi-Attach error).',
  *check(set) {
    const several = new Map(
      set.view(podTemplates).map(({ resource, replicas }) => [resource, pods(resource, replicas)]),
    );
    for (const { from, to, path } of set.view(references)) {
      const count = several.get(from);
      const claim = isSelection(to) || to.kind !== 'PersistentVolumeClaim' ? undefined : set.find(to);
      const modes: string[] = claim?.object.spec?.accessModes ?? [];
      if (
        claim === undefined ||
        count === undefined ||
        modes.length === 0 ||
        modes.some((mode) => SHARED.includes(mode))
      ) {
        continue;
      }
      yield {
        resource: from,
        path,
        message: `${count} share ${showResource(claim)}, which is ${listed(modes)}`,
        remedy:
          'use a claim with ReadWriteMany or ReadOnlyMany, one replica, or a StatefulSet with volumeClaimTemplates',
      };
    }
  },
};

/** The pods that share a volume, for messages; undefined for one pod. */
function pods({ kind }: Resource, replicas: number): string | undefined {
  if (kind === 'DaemonSet') return 'the pods of all nodes';
  return replicas > 1 ? `${replicas} pods` : undefined;
}
