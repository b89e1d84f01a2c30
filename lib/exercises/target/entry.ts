import { ENVOY_GATEWAY_API_VERSION, ENVOY_GATEWAY_GROUP } from '../../catalogue/api-groups';
import { refuse } from '../../errors';
import type { Cluster } from '../cluster/cluster';
import { nameOf, POD_FIELDS, podsPath } from '../cluster/pods';
import type { Pool } from './pool';

/** A port of a Service through which requests reach a pool. */
export interface Entry {
  /** For example `Gateway infra-sim-inference-gateway`. */
  readonly name: string;
  readonly service: any;
  readonly port: number;
  /** The Host header that requests need; undefined if any host is accepted. */
  readonly host?: string;
}

/** The fields of a route and of a Service that are read, for which answers are checked. */
const ROUTE_FIELDS = ['metadata.namespace', 'spec.parentRefs?[].name', 'spec.rules?[].backendRefs?[].name'];
const SERVICE_FIELDS = ['metadata.namespace', 'spec.ports?[].port'];
const ROUTES = '/apis/gateway.networking.k8s.io/v1';
/** Images of proxies that ask an endpoint picker without a Gateway. */
const PROXY_IMAGE = /(?:^|[/-])(?:envoy|agentgateway)(?:[:@-]|$)/;

/** The entries of a pool, best first: Gateways with a route to it, then proxies beside the picker or in its namespace. */
export async function entriesOf(cluster: Cluster, pool: Pool): Promise<readonly Entry[]> {
  const entries = [...(await gatewayEntries(cluster, pool)), ...(await proxyEntries(cluster, pool))];
  if (entries.length > 0) return entries;
  refuse(`InferencePool ${pool.namespace}/${pool.name}`, {
    code: 'LLMD-ENTRY',
    got: 'no Gateway with a route to it that has a Service, and no proxy beside its picker',
    expected: 'a way in',
    remedy: 'apply an HTTPRoute with the pool as its backend, or say where requests go with --url',
  });
}

async function gatewayEntries(cluster: Cluster, pool: Pool): Promise<Entry[]> {
  const routes = (await cluster.list(`${ROUTES}/namespaces/${pool.namespace}/httproutes`, ...ROUTE_FIELDS)) ?? [];
  const withPolicy = await routesWithPolicy(cluster, pool);
  const leading = routes.filter((route) => leadsTo(route, pool) || withPolicy.includes(nameOf(route)));
  const entries = leading.flatMap((route) =>
    (route.spec.parentRefs ?? []).map((parent: any) => entriesOfParent(cluster, route, parent)),
  );
  return (await Promise.all(entries)).flat();
}

function leadsTo({ metadata, spec }: any, pool: Pool): boolean {
  const backends: any[] = (spec.rules ?? []).flatMap(({ backendRefs = [] }: any) => backendRefs);
  return backends.some(
    ({ kind, name, namespace = metadata.namespace }) =>
      kind === 'InferencePool' && name === pool.name && namespace === pool.namespace,
  );
}

/** Names of the routes with an EnvoyExtensionPolicy that asks the picker: Envoy Gateway has no InferencePool backends. */
async function routesWithPolicy(cluster: Cluster, { namespace, picker }: Pool): Promise<string[]> {
  const policies = await cluster.list(
    `/apis/${ENVOY_GATEWAY_API_VERSION}/namespaces/${namespace}/envoyextensionpolicies`,
    'spec',
    'spec.extProc?[].backendRefs?[]',
  );
  return (policies ?? [])
    .filter(({ spec }) => (spec.extProc ?? []).some(({ backendRefs = [] }: any) => backendRefs.some(isPicker)))
    .flatMap(({ spec }) => spec.targetRefs ?? [spec.targetRef])
    .filter((target: any) => target?.kind === 'HTTPRoute')
    .map(({ name }: any): string => name);

  function isPicker({ kind = 'Service', name }: any): boolean {
    return kind === 'Service' && name === picker;
  }
}

async function entriesOfParent(cluster: Cluster, route: any, parent: any): Promise<Entry[]> {
  const { name, namespace = route.metadata.namespace, sectionName, port } = parent;
  const gateway = await cluster.get(`${ROUTES}/namespaces/${namespace}/gateways/${name}`, 'spec.listeners?[]');
  const listeners: any[] = gateway.spec.listeners ?? [];
  const listener = listeners.find(
    (it) =>
      it.protocol === 'HTTP' &&
      (sectionName === undefined || it.name === sectionName) &&
      (port === undefined || it.port === port),
  );
  if (listener === undefined) return [];
  const services = await servicesOfGateway(cluster, namespace, name);
  const host = route.spec.hostnames?.[0] ?? listener.hostname;
  return services
    .filter(({ spec }) => (spec.ports ?? []).some((it: any) => it.port === listener.port))
    .map((service) => ({ name: `Gateway ${name}`, service, port: listener.port, host }));
}

/** The Services of a Gateway's proxy: beside the Gateway, or with Envoy Gateway in the namespace of its controller. */
async function servicesOfGateway(cluster: Cluster, namespace: string, name: string): Promise<any[]> {
  const services = `/api/v1/namespaces/${namespace}/services`;
  const label = encodeURIComponent(`gateway.networking.k8s.io/gateway-name=${name}`);
  const beside = (await cluster.list(`${services}?labelSelector=${label}`, ...SERVICE_FIELDS)) ?? [];
  if (beside.length > 0) return beside;
  const owning = ['name', 'namespace'].map(
    (part, index) => `${ENVOY_GATEWAY_GROUP}/owning-gateway-${part}=${[name, namespace][index]}`,
  );
  return (
    (await cluster.list(`/api/v1/services?labelSelector=${encodeURIComponent(owning.join(','))}`, ...SERVICE_FIELDS)) ??
    []
  );
}

/** Ports of Services that lead to a proxy's container, which may run in the picker's own pod. */
async function proxyEntries(cluster: Cluster, { namespace }: Pool): Promise<Entry[]> {
  const services = (await cluster.list(`/api/v1/namespaces/${namespace}/services`, ...SERVICE_FIELDS)) ?? [];
  const pods = (await cluster.list(podsPath(namespace), ...POD_FIELDS)) ?? [];
  return services.flatMap((service) => {
    const selector = Object.entries(service.spec?.selector ?? {});
    const proxied = pods.filter(
      ({ metadata, spec }) =>
        selector.length > 0 &&
        selector.every(([key, value]) => metadata.labels?.[key] === value) &&
        containersOf(spec).some(({ image = '' }) => PROXY_IMAGE.test(image)),
    );
    const ports: any[] = service.spec?.ports ?? [];
    return ports
      .filter(({ targetPort, port }) => proxied.some((pod) => isProxyPort(pod, targetPort ?? port)))
      .map(({ port }) => ({ name: `Service ${service.metadata.name}`, service, port }));
  });
}

/** The images of the proxies in a pod; all images of the pod if none of them is a known proxy. */
export function proxyImages({ spec }: any): readonly string[] {
  const images = containersOf(spec).map(({ image = '' }): string => image);
  const proxies = images.filter((image) => PROXY_IMAGE.test(image));
  return proxies.length > 0 ? proxies : images;
}

function containersOf({ containers = [], initContainers = [] }: any = {}): any[] {
  return [...containers, ...initContainers];
}

/** Whether a container port is declared by a proxy's container. */
function isProxyPort({ spec }: any, target: string | number): boolean {
  const proxies = containersOf(spec).filter(({ image = '' }) => PROXY_IMAGE.test(image));
  return proxies
    .flatMap(({ ports = [] }) => ports)
    .some(({ name, containerPort }: any) => name === target || containerPort === target);
}
