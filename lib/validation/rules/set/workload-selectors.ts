import { keyOf, showResource } from '../../../api-server/resource';
import type { ResourceSet } from '../../resource-set';
import type { Rule } from '../../rule';
import { selects } from '../../facts/label-selector';
import { podsSelected, podTemplates } from '../../facts/pods';
import type { PodTemplate } from '../../facts/pod-template';
import { showLabels } from '../../../api-server/selector-text';

export const WORKLOAD_SELECTORS: Rule = {
  code: 'LLMD-WORKLOAD-SELECTORS',
  severity: 'error',
  title: "Workloads of a namespace do not select each other's pods",
  why:
    'Autoscalers, disruption budgets and Services count pods by the selector of a workload, and count both. ' +
    'Kubernetes warns that controllers with overlapping selectors work against each other.',
  *check(set) {
    const seen = new Set<PodTemplate>();
    for (const pod of set.view(podTemplates)) {
      const other = others(set, pod).find((candidate) => seen.has(candidate));
      seen.add(pod);
      if (other === undefined) continue;
      const labels = selectorOf(pod)?.matchLabels ?? {};
      yield {
        resource: pod.resource,
        path: ['spec', 'selector'],
        message: `${showLabels(labels) || 'it'} selects the pods of ${showResource(other.resource)} too, whose selector selects these`,
        remedy: 'give each workload a label of its own, in its selector and on its pods',
      };
    }
  },
};

/** Workloads of the namespace that select this one's pods, and whose pods it selects. */
function others(set: ResourceSet, pod: PodTemplate): readonly PodTemplate[] {
  const selector = selectorOf(pod);
  if (selector === undefined) return [];
  return podsSelected(set, pod.namespace, selector).filter(
    (other) => keyOf(other.resource) !== keyOf(pod.resource) && selects(selectorOf(other), pod.labels),
  );
}

/** Jobs get a selector of their own, and Pods and ReplicationControllers have no LabelSelector. */
function selectorOf({ resource }: PodTemplate): any {
  return resource.group === 'apps' ? resource.object.spec?.selector : undefined;
}
