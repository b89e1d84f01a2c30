import type { Resource } from '../../../../api-server/resource';
import type { ResourceSet } from '../../../resource-set';
import type { Rule } from '../../../rule';
import { requestsOf, type Resources } from '../../../facts/pod-resources';
import { podTemplates } from '../../../facts/pods';
import type { PodTemplate } from '../../../facts/pod-template';
import { showBytes } from '../../../../text/bytes';
import { amount } from '../../../../text/quantity';

export const POD_NODE: Rule = {
  code: 'LLMD-POD-NODE',
  severity: 'error',
  title: 'A pod fits on one of the Nodes of the set',
  why: 'A pod that asks for more than any node has stays Pending. Nodes are checked only where the set declares some.',
  *check(set) {
    const nodes = set.view(declaredNodes);
    if (nodes.length === 0) return;
    for (const pod of set.view(podTemplates)) {
      const wanted = requestsOf(pod);
      const eligible = nodes.filter((node) => isSelected(node, pod));
      if (eligible.some(({ allocatable }) => fits(wanted, allocatable))) continue;
      const names = eligible.map(({ resource, allocatable }) => `${resource.name} has ${show(allocatable, wanted)}`);
      yield {
        resource: pod.resource,
        path: [...pod.path, 'spec', eligible.length === 0 ? 'nodeSelector' : 'containers'],
        message: `the pod asks for ${show(wanted, wanted)}; ${names.length === 0 ? 'no Node here has the labels of its nodeSelector' : names.join(', ')}`,
        remedy: 'ask for less, or declare a larger Node',
      };
    }
  },
};

export const NODES_FULL: Rule = {
  code: 'LLMD-POD-NODES-FULL',
  severity: 'error',
  title: 'All pods together ask for no more than the Nodes of the set have',
  why: 'Each pod may fit by itself, and the last ones still stay Pending. Nodes are checked only where the set declares some.',
  *check(set) {
    const nodes = set.view(declaredNodes);
    if (nodes.length === 0) return;
    const wanted = total(set.view(podTemplates).map((pod) => [requestsOf(pod), podsOf(pod, nodes.length)] as const));
    const available = total(nodes.map(({ allocatable }) => [allocatable, 1] as const));
    for (const [name, value] of wanted) {
      const has = available.get(name) ?? 0;
      if (value <= has) continue;
      yield {
        resource: nodes[0].resource,
        path: ['status', 'allocatable', name],
        message: `all pods together ask for ${showAmount(name, value)}, and the Nodes here have ${showAmount(name, has)}`,
        remedy: 'take replicas away, ask for less, or declare more Nodes',
      };
    }
  },
};

interface DeclaredNode {
  readonly resource: Resource;
  readonly allocatable: Resources;
}

function declaredNodes(set: ResourceSet): readonly DeclaredNode[] {
  return set.ofKind('', 'Node').flatMap((resource) => {
    const { allocatable, capacity } = resource.object.status ?? {};
    const entries = Object.entries(allocatable ?? capacity ?? {});
    // A Node that says nothing of its size can be of any.
    if (entries.length === 0) return [];
    return [{ resource, allocatable: new Map(entries.map(([name, quantity]) => [name, amount(quantity) ?? 0])) }];
  });
}

function isSelected({ resource }: DeclaredNode, { spec }: PodTemplate): boolean {
  const labels = resource.object.metadata?.labels ?? {};
  return Object.entries(spec.nodeSelector ?? {}).every(([key, value]) => labels[key] === value);
}

function fits(wanted: Resources, available: Resources): boolean {
  return [...wanted].every(([name, value]) => value <= (available.get(name) ?? 0));
}

function podsOf({ resource: { kind }, replicas }: PodTemplate, nodes: number): number {
  return kind === 'DaemonSet' ? nodes : replicas;
}

function total(parts: readonly (readonly [Resources, number])[]): Resources {
  const sum = new Map<string, number>();
  for (const [resources, count] of parts) {
    for (const [name, value] of resources) sum.set(name, (sum.get(name) ?? 0) + value * count);
  }
  return sum;
}

function show(resources: Resources, names: Resources): string {
  return [...names.keys()].map((name) => showAmount(name, resources.get(name) ?? 0)).join(' and ');
}

function showAmount(name: string, value: number): string {
  if (name === 'cpu') return `${value} CPU`;
  return name === 'memory' || name === 'ephemeral-storage' ? `${showBytes(value)} ${name}` : `${value} ${name}`;
}
