import { type Resource, showResource } from '../../../api-server/resource';
import type { ResourceSet } from '../../resource-set';
import { type EndpointPicker } from '../endpoint-pickers';
import { pickersBehind, pickersIn, serviceOfHost } from '../picker-services';
import { pickerPort } from '../picker-scope';
import { podTemplates } from '../pods';
import { ParseError } from '../../../text/yaml/parse-error';
import { readYaml } from '../../../text/yaml/read';
import type { PickerClient } from './client';
import { listOf } from './untyped';

/** How a configuration speaks of an endpoint picker: Envoy's, and that of agentgateway without a controller. */
const ASKS_A_PICKER = /ext_proc|inferenceRouting/;

/** Where a configuration looks for an endpoint picker, and how. */
interface Upstream extends Pick<PickerClient, 'speaks'> {
  readonly product: 'Envoy' | 'agentgateway';
  readonly address: string;
  readonly port: number;
}

/** Proxies that find their endpoint picker in a configuration file in a ConfigMap. */
export function proxyClients(set: ResourceSet): readonly PickerClient[] {
  // Many stacks have the same configuration, and YAML takes its time.
  const known = new Map<string, readonly Upstream[]>();
  return set.ofKind('', 'ConfigMap').flatMap((configMap) =>
    Object.values<unknown>(configMap.object.data ?? {}).flatMap((text) => {
      if (typeof text !== 'string' || !ASKS_A_PICKER.test(text)) return [];
      const upstreams = known.get(text) ?? upstreamsOf(configOf(text));
      known.set(text, upstreams);
      return upstreams.flatMap((upstream) => clientsOf(set, configMap, upstream));
    }),
  );
}

/** Undefined for a text that is no YAML. */
function configOf(text: string): unknown {
  try {
    return readYaml(text);
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

function clientsOf(set: ResourceSet, configMap: Resource, upstream: Upstream): PickerClient[] {
  const { product, address, port, speaks } = upstream;
  const name = `${product}, by its configuration in ${showResource(configMap)},`;
  return pickersAt(set, configMap, address, port).map((picker) => ({ picker, speaks, name }));
}

function upstreamsOf(config: any): readonly Upstream[] {
  const envoy = pickerClusters(config).flatMap((cluster) =>
    addressesOf(cluster).map((socket): Upstream => ({ product: 'Envoy', speaks: securityOf(cluster), ...socket })),
  );
  const agentgateway = pickerHosts(config).map((host): Upstream => {
    const [address, port] = host.split(':');
    return { product: 'agentgateway', speaks: 'plaintext', address, port: Number(port) };
  });
  return [...envoy, ...agentgateway];
}

/** The clusters that a filter for ext-proc names. */
function pickerClusters(config: any): readonly any[] {
  const names = findAll(config, 'grpc_service').map((service) => service?.envoy_grpc?.cluster_name);
  return listOf(config?.static_resources?.clusters).filter(
    (cluster) => typeof cluster?.name === 'string' && names.includes(cluster.name),
  );
}

function addressesOf(cluster: any): readonly { readonly address: string; readonly port: number }[] {
  return findAll(cluster?.load_assignment, 'socket_address').flatMap((socket) =>
    typeof socket?.address === 'string' ? [{ address: socket.address, port: Number(socket.port_value) }] : [],
  );
}

function securityOf({ transport_socket: socket }: any): PickerClient['speaks'] {
  if (!/tls/.test(socket?.name ?? '') && !/tls/i.test(socket?.typed_config?.['@type'] ?? '')) return 'plaintext';
  const trusted = findAll(socket, 'trusted_ca').length + findAll(socket, 'validation_context_sds_secret_config').length;
  return trusted > 0 ? 'verified' : 'unverified';
}

/** `host:port` of each endpoint picker in a configuration of agentgateway. */
function pickerHosts(config: any): readonly string[] {
  return findAll(config, 'inferenceRouting').flatMap((routing) => {
    const host: unknown = routing?.endpointPicker?.host;
    return typeof host === 'string' ? [host] : [];
  });
}

/** The endpoint pickers that answer at an address of a proxy. */
function pickersAt(set: ResourceSet, configMap: Resource, address: string, port: number): readonly EndpointPicker[] {
  if (/^(?:127\.|localhost$|::1$)/.test(address)) {
    const pods = set.view(podsByConfigMap).get(configMap) ?? [];
    return pods.flatMap((pod) => pickersIn(set, pod)).filter((picker) => pickerPort(picker, 'grpc-port') === port);
  }
  const service = serviceOfHost(address, configMap.namespace!);
  return service === undefined ? [] : pickersBehind(set, service.namespace, service.name);
}

function podsByConfigMap(set: ResourceSet) {
  const index = new Map<Resource, ReturnType<typeof podTemplates>[number][]>();
  for (const pod of set.view(podTemplates)) {
    for (const { configMap, projected } of pod.spec.volumes ?? []) {
      const sources: any[] = [configMap, ...(projected?.sources ?? []).map((source: any) => source.configMap)];
      for (const { name } of sources.filter((source) => source !== undefined)) {
        const mounted = set.find({ group: '', kind: 'ConfigMap', namespace: pod.namespace, name });
        if (mounted !== undefined) index.set(mounted, [...(index.get(mounted) ?? []), pod]);
      }
    }
  }
  return index;
}

/** Every value of a key, however deep. An object that YAML's anchors put in several places is looked into once. */
function findAll(value: unknown, key: string, seen = new Set<unknown>()): any[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(name === key ? [inner] : []),
    ...findAll(inner, key, seen),
  ]);
}
