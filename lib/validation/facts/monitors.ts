import type { Path } from '../../text/path';
import type { Resource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import { LabelIndex } from './label-index';
import type { Labels } from './label-selector';
import { containersOf, podsMatching, podTemplates } from './pods';
import type { PodTemplate } from './pod-template';

/** An object that tells a Prometheus what to scrape. */
export interface Monitor {
  readonly resource: Resource;
  readonly select: 'services' | 'pods';
  /** Undefined for all. */
  readonly namespaces: readonly string[] | undefined;
  readonly selector: any;
  readonly endpoints: readonly MonitorEndpoint[];
}

/** A port of what a monitor selects. */
export interface MonitorEndpoint {
  readonly path: Path;
  readonly endpoint: any;
}

/** A Service, as a monitor looks at it. */
export interface ServiceView {
  readonly resource: Resource;
  readonly namespace: string;
  readonly labels: Labels;
}

const OPERATOR = 'monitoring.coreos.com';
const GOOGLE = 'monitoring.googleapis.com';

/** Every monitor of the set: those of the Prometheus operator, and of Google's managed Prometheus. */
export function monitors(set: ResourceSet): readonly Monitor[] {
  return [
    ...set.ofKind(OPERATOR, 'ServiceMonitor').map((resource) => monitor(resource, 'services', 'endpoints')),
    ...set.ofKind(OPERATOR, 'PodMonitor').map((resource) => monitor(resource, 'pods', 'podMetricsEndpoints')),
    ...set.ofKind(GOOGLE, 'PodMonitoring').map((resource) => monitor(resource, 'pods', 'endpoints')),
    ...set
      .ofKind(GOOGLE, 'ClusterPodMonitoring')
      .map((resource) => ({ ...monitor(resource, 'pods', 'endpoints'), namespaces: undefined })),
  ];
}

function monitor(resource: Resource, select: Monitor['select'], field: string): Monitor {
  const { selector, namespaceSelector = {}, [field]: endpoints = [] } = resource.object.spec ?? {};
  const named: string[] = namespaceSelector.matchNames ?? [];
  return {
    resource,
    select,
    namespaces: namespaceSelector.any === true ? undefined : named.length > 0 ? named : [resource.namespace!],
    selector,
    endpoints: endpoints.map((endpoint: any, index: number) => ({ path: ['spec', field, index], endpoint })),
  };
}

/** The Services that a monitor selects. */
export function monitoredServices(set: ResourceSet, monitor: Monitor): readonly ServiceView[] {
  return monitor.select === 'services' ? selected(set.view(serviceIndex), set.view(services), monitor) : [];
}

/** The pods that a monitor selects by itself. */
export function monitoredPods(set: ResourceSet, monitor: Monitor): readonly PodTemplate[] {
  return monitor.select === 'pods' ? selected(set.view(podIndex), set.view(podTemplates), monitor) : [];
}

function selected<Item extends { namespace: string; labels: Labels }>(
  index: LabelIndex<Item>,
  all: readonly Item[],
  { namespaces, selector }: Monitor,
): readonly Item[] {
  const wanted = namespaces ?? [...new Set(all.map(({ namespace }) => namespace))];
  return wanted.flatMap((namespace) => index.select(namespace, selector));
}

function services(set: ResourceSet): readonly ServiceView[] {
  return set.ofKind('', 'Service').map((resource) => ({
    resource,
    namespace: resource.namespace!,
    labels: resource.object.metadata?.labels ?? {},
  }));
}

function serviceIndex(set: ResourceSet): LabelIndex<ServiceView> {
  return new LabelIndex(set.view(services));
}

function podIndex(set: ResourceSet): LabelIndex<PodTemplate> {
  return new LabelIndex(set.view(podTemplates));
}

/** The container ports of a pod. */
export function portsOf(pod: PodTemplate): readonly any[] {
  return containersOf(pod).flatMap(({ container }) => container.ports ?? []);
}

/** The pods and their ports that an endpoint of a monitor leads to. */
export function scraped(
  set: ResourceSet,
  monitor: Monitor,
  endpoint: any,
): readonly { readonly pod: PodTemplate; readonly port: number }[] {
  const ofPods = monitoredPods(set, monitor).flatMap((pod) =>
    portsOf(pod)
      .filter(
        ({ name, containerPort }) => name === endpoint.port || containerPort === (endpoint.portNumber ?? endpoint.port),
      )
      .map(({ containerPort }) => ({ pod, port: containerPort as number })),
  );
  const ofServices = monitoredServices(set, monitor).flatMap(({ resource, namespace }) =>
    (resource.object.spec?.ports ?? [])
      .filter(({ name }: any) => name === endpoint.port)
      .flatMap(({ port, targetPort = port }: any) =>
        podsMatching(set, namespace, resource.object.spec?.selector ?? {}).flatMap((pod) =>
          numbersOf(pod, targetPort).map((number) => ({ pod, port: number })),
        ),
      ),
  );
  return [...ofPods, ...ofServices];
}

function numbersOf(pod: PodTemplate, targetPort: string | number): readonly number[] {
  if (typeof targetPort === 'number') return [targetPort];
  return portsOf(pod).flatMap(({ name, containerPort }) => (name === targetPort ? [containerPort] : []));
}
