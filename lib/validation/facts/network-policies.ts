import type { Path } from '../../text/path';
import type { Resource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import { type Labels, selects } from './label-selector';
import { containersOf, podsSelected } from './pods';
import type { PodTemplate } from './pod-template';

/*
 * What NetworkPolicies admit, in favour of the doubt: the set does not say everything (addresses, the labels of foreign
 * namespaces), and a connection counts as stopped only where no rule can admit it, whatever the rest is.
 */

/** One end of a connection. */
export interface Peer {
  /** Undefined where it cannot be known. */
  readonly namespace: string | undefined;
  /** Undefined where they cannot be known. */
  readonly labels: Labels | undefined;
}

/** The NetworkPolicies that keep a connection from being made, and which of their lists does. */
export interface Obstacle {
  readonly policies: readonly Resource[];
  readonly path: Path;
}

type Direction = 'Ingress' | 'Egress';

/** What keeps TCP connections to a port of a pod from being made; undefined where nothing does for certain. */
export function ingressObstacle(set: ResourceSet, from: Peer, to: PodTemplate, port: number): Obstacle | undefined {
  return obstacle(
    set,
    'Ingress',
    to,
    (rule, policy) => admitsPort(rule.ports, to, port) && admitsPeer(set, rule.from, policy, from),
  );
}

/** What keeps a pod from making TCP connections to a port of another pod. */
export function egressObstacle(
  set: ResourceSet,
  from: PodTemplate,
  to: PodTemplate,
  port: number,
): Obstacle | undefined {
  return egressObstacleWhere(
    set,
    from,
    (rule, policy) => admitsPort(rule.ports, to, port) && admitsPeer(set, rule.to, policy, to),
  );
}

/** What keeps a pod from everything that a rule for its egress would have to admit. */
export function egressObstacleWhere(set: ResourceSet, from: PodTemplate, admits: Admits): Obstacle | undefined {
  return obstacle(set, 'Egress', from, admits);
}

type Admits = (rule: any, policy: Resource) => boolean;

/** A pod that no policy selects is open; one that some select needs one rule of any of them. */
function obstacle(set: ResourceSet, direction: Direction, pod: PodTemplate, admits: Admits): Obstacle | undefined {
  // Policies do not see what runs in the network of its node.
  if (pod.spec.hostNetwork === true) return undefined;
  const field = direction.toLowerCase();
  const policies = (set.view(policiesByPod).get(pod) ?? []).filter((policy) => affects(policy, direction));
  const isAdmitted = policies.some((policy) =>
    (policy.object.spec?.[field] ?? []).some((rule: any) => admits(rule, policy)),
  );
  return policies.length === 0 || isAdmitted ? undefined : { policies, path: ['spec', field] };
}

function policiesByPod(set: ResourceSet): ReadonlyMap<PodTemplate, readonly Resource[]> {
  const index = new Map<PodTemplate, Resource[]>();
  for (const policy of set.ofKind('networking.k8s.io', 'NetworkPolicy')) {
    // A policy without a selector is one for all pods of its namespace.
    for (const pod of podsSelected(set, policy.namespace!, policy.object.spec?.podSelector ?? {})) {
      const others = index.get(pod);
      if (others === undefined) index.set(pod, [policy]);
      else others.push(policy);
    }
  }
  return index;
}

/** Source: kubernetes pkg/apis/networking/v1/defaults.go. */
function affects({ object: { spec = {} } }: Resource, direction: Direction): boolean {
  const { policyTypes = [], egress = [] } = spec;
  if (policyTypes.length > 0) return policyTypes.includes(direction);
  return direction === 'Ingress' || egress.length > 0;
}

/** No ports are all ports. A name is one of the pod that is connected to. */
function admitsPort(ports: readonly any[] = [], to: PodTemplate, wanted: number): boolean {
  const isWanted = ({ protocol = 'TCP', port, endPort = port }: any) => {
    if (protocol !== 'TCP') return false;
    if (port === undefined) return true;
    return typeof port === 'string' ? namedPorts(to, port).includes(wanted) : port <= wanted && wanted <= endPort;
  };
  return ports.length === 0 || ports.some(isWanted);
}

function namedPorts(pod: PodTemplate, name: string): readonly number[] {
  return containersOf(pod).flatMap(({ container }) =>
    (container.ports ?? []).flatMap((port: any) => (port.name === name ? [port.containerPort] : [])),
  );
}

/** No peers are all peers. */
function admitsPeer(set: ResourceSet, peers: readonly any[] = [], { namespace }: Resource, other: Peer): boolean {
  const isOther = ({ ipBlock, namespaceSelector, podSelector }: any) => {
    // The addresses of pods are not known before they run.
    if (ipBlock !== undefined) return true;
    const isInNamespace =
      namespaceSelector === undefined
        ? other.namespace === undefined || other.namespace === namespace
        : selectsNamespace(set, namespaceSelector, other.namespace);
    return isInNamespace && (podSelector === undefined || maySelect(podSelector, other.labels));
  };
  return peers.length === 0 || peers.some(isOther);
}

const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/** Every namespace has a label with its name; the others are known where its object is. */
function selectsNamespace(set: ResourceSet, selector: any, name: string | undefined): boolean {
  if (name === undefined) return true;
  const object = set.find({ group: '', kind: 'Namespace', name })?.object;
  const isKnown = object !== undefined || keysOf(selector).every((key) => key === NAMESPACE_NAME);
  return maySelect(selector, isKnown ? { ...object?.metadata?.labels, [NAMESPACE_NAME]: name } : undefined);
}

function keysOf({ matchLabels = {}, matchExpressions = [] }: any): readonly string[] {
  return [...Object.keys(matchLabels), ...matchExpressions.map(({ key }: any) => key)];
}

function maySelect(selector: any, labels: Labels | undefined): boolean {
  return labels === undefined || selects(selector, labels);
}
