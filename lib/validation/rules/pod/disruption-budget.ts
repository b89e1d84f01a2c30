import type { Resource } from '../../../api-server/resource';
import type { ResourceSet } from '../../resource-set';
import type { Rule } from '../../rule';
import { endpointPickers } from '../../facts/endpoint-pickers';
import { scopeOf } from '../../facts/picker-scope';
import { podsSelected } from '../../facts/pods';
import type { PodTemplate } from '../../facts/pod-template';

export const DISRUPTION_BUDGET: Rule = {
  code: 'LLMD-BUDGET-NO-EVICTION',
  severity: 'warning',
  title: 'A PodDisruptionBudget allows the eviction of at least one pod',
  why: 'Otherwise no node with such a pod can be drained: upgrades of the cluster hang until the pod is deleted by hand.',
  *check(set) {
    for (const budget of set.ofKind('policy', 'PodDisruptionBudget')) {
      const pods = podsSelected(set, budget.namespace!, budget.object.spec?.selector);
      if (pods.length === 0) continue;
      const { field, least, all } = available(budget, pods);
      const ready = pods.reduce((sum, pod) => sum + readyOf(set, pod), 0);
      if (ready > least || all === 0 || isScaled(set, pods, budget)) continue;
      yield {
        resource: budget,
        path: ['spec', field],
        message: `${field} ${budget.object.spec[field]} wants ${least} of ${all} pods, and ${ready} can be ready: none may go`,
        remedy: ready === all ? 'set maxUnavailable: 1' : 'take the budget away: only the leading picker is ever ready',
      };
    }
  },
};

/** How many pods must stay. A budget that says nothing is one of the API server's refusals. */
function available({ object: { spec } }: Resource, pods: readonly PodTemplate[]) {
  const all = pods.reduce((sum, { replicas }) => sum + replicas, 0);
  const field = spec.maxUnavailable === undefined ? 'minAvailable' : 'maxUnavailable';
  const share = scaled(spec[field] ?? 0, all);
  return { field, all, least: field === 'minAvailable' ? share : all - share };
}

/** A number, or a percentage rounded up: apimachinery, GetScaledValueFromIntOrPercent. */
function scaled(value: number | string, all: number): number {
  return typeof value === 'number' ? value : Math.ceil((parseFloat(value) * all) / 100);
}

/** Of pickers with leader election only the leader is ready. */
function readyOf(set: ResourceSet, pod: PodTemplate): number {
  return set.view(elected).has(pod) ? Math.min(pod.replicas, 1) : pod.replicas;
}

function elected(set: ResourceSet): ReadonlySet<PodTemplate> {
  const pickers = set.view(endpointPickers).filter((picker) => scopeOf(picker).leaderElection);
  return new Set(pickers.map(({ pod }) => pod));
}

/** Whether an autoscaler decides how many pods there are, and the budget does not forbid every one of them. */
function isScaled(set: ResourceSet, pods: readonly PodTemplate[], { object: { spec } }: Resource): boolean {
  const allows = !['0', '0%'].includes(String(spec.maxUnavailable)) && spec.minAvailable !== '100%';
  return (
    allows &&
    pods.some(({ resource: { kind, name, namespace } }) =>
      set.view(scaledWorkloads).has(`${kind} ${namespace}/${name}`),
    )
  );
}

function scaledWorkloads(set: ResourceSet): ReadonlySet<string> {
  const autoscalers = [
    ...set.ofKind('autoscaling', 'HorizontalPodAutoscaler'),
    ...set.ofKind('keda.sh', 'ScaledObject'),
  ];
  return new Set(
    autoscalers.map(({ namespace, object }) => {
      const { kind = 'Deployment', name } = object.spec?.scaleTargetRef ?? {};
      return `${kind} ${namespace}/${name}`;
    }),
  );
}
