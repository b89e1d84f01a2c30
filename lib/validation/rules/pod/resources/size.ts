import type { Rule } from '../../../rule';
import { isDevice, requestsOf } from '../../../facts/pod-resources';
import { containersOf, podTemplates } from '../../../facts/pods';
import type { PodTemplate } from '../../../facts/pod-template';
import { GIBIBYTE, showBytes } from '../../../../text/bytes';
import { amount } from '../../../../text/quantity';

/** A node with this much has less to give: the kubelet and the system's own pods take some. */
const CORES = 8;
const MEMORY = 16 * GIBIBYTE;

export const POD_SIZE: Rule = {
  code: 'LLMD-POD-SIZE',
  severity: 'warning',
  title: `A pod without an accelerator asks for less than ${CORES} CPU and ${showBytes(MEMORY)}`,
  why: 'It stays Pending on a laptop and on nodes of 8 CPU. The charts of llm-d ask for 4 CPU for the picker and 4 for the Envoy beside it, which makes such a pod (llm-d/llm-d-router#1101).',
  *check(set) {
    if (set.ofKind('', 'Node').length > 0) return;
    for (const pod of set.view(podTemplates)) {
      if (choosesItsNode(pod)) continue;
      const requests = requestsOf(pod);
      if ([...requests.keys()].some(isDevice)) continue;
      const { cpu, memory } = { cpu: requests.get('cpu') ?? 0, memory: requests.get('memory') ?? 0 };
      if (cpu < CORES && memory < MEMORY) continue;
      yield {
        resource: pod.resource,
        path: [...pod.path, 'spec', 'containers'],
        message: `the pod asks for ${cpu} CPU and ${showBytes(memory)} (${parts(pod)}), more than a laptop or a node of ${CORES} CPU and ${showBytes(MEMORY)} can give`,
        remedy: 'ask for less, or say by nodeSelector or affinity which nodes are large enough',
      };
    }
  },
};

/** Whether the pod chooses its nodes, so that their size is not for validation to guess. */
function choosesItsNode({ spec }: PodTemplate): boolean {
  return (
    Object.keys(spec.nodeSelector ?? {}).length > 0 ||
    spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution !== undefined ||
    (spec.resourceClaims ?? []).length > 0 ||
    spec.nodeName !== undefined
  );
}

function parts(pod: PodTemplate): string {
  return containersOf(pod)
    .map(({ container: { name, resources: { requests = {}, limits = {} } = {} } }: any) => {
      const { cpu = 0, memory = 0 } = { ...limits, ...requests };
      return `${name} ${amount(cpu)} CPU and ${showBytes(amount(memory) ?? 0)}`;
    })
    .join(', ');
}
