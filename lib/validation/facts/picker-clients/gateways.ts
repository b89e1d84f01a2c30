import { GATEWAYS } from '../../../catalogue/gateways/gateways';
import type { GatewayId } from '../../../catalogue/gateways/product';
import { ENVOY_GATEWAY_GROUP, POOL_GROUP } from '../../../catalogue/api-groups';
import { grouped } from '../../../text/grouped';
import { type Resource, showResource } from '../../../api-server/resource';
import type { ResourceSet } from '../../resource-set';
import { providerOf } from '../gateway-providers';
import { pickersBehind, serviceOfHost } from '../picker-services';
import type { PickerClient } from './client';
import { listOf } from './untyped';

const GATEWAY_API = 'gateway.networking.k8s.io';
const ISTIO = 'networking.istio.io';

/** The proxies of Gateways whose routes lead to a pool of the set. */
export function gatewayClients(set: ResourceSet): readonly PickerClient[] {
  return set.ofKind(GATEWAY_API, 'HTTPRoute').flatMap((route) => {
    const services = pickerServices(set, route);
    return gatewaysOf(set, route).flatMap((gateway) => {
      const provider = providerOf(set, gateway);
      return services.flatMap(({ namespace, name }) => {
        const speaks = provider && speaksOf(set, provider, { namespace, name });
        if (speaks === undefined) return [];
        const client = { speaks, name: `${provider} of ${showResource(gateway)}` };
        return pickersBehind(set, namespace, name).map((picker): PickerClient => ({ picker, ...client }));
      });
    });
  });
}

/** The proxies of Envoy Gateway that ask a picker by a policy. */
export function policyClients(set: ResourceSet): readonly PickerClient[] {
  return set.ofKind(ENVOY_GATEWAY_GROUP, 'EnvoyExtensionPolicy').flatMap((policy) => {
    const backends: any[] = (policy.object.spec?.extProc ?? []).flatMap(({ backendRefs = [] }: any) => backendRefs);
    return backends.flatMap(({ group = '', kind = 'Service', name, namespace = policy.namespace }) => {
      const client = { name: `Envoy Gateway, by ${showResource(policy)},` };
      if (kind === 'Service' && group === '') {
        const speaks = hasTlsPolicy(set, namespace, name) ? 'verified' : 'plaintext';
        return pickersBehind(set, namespace, name).map((picker): PickerClient => ({ picker, speaks, ...client }));
      }
      const backend = set.find({ group, kind, namespace, name });
      return backend === undefined ? [] : backendClients(set, backend, client);
    });
  });
}

/** A Backend of Envoy Gateway names hosts, and may say TLS itself. */
function backendClients(set: ResourceSet, { object, namespace }: Resource, client: { name: string }): PickerClient[] {
  const { tls, endpoints } = object.spec ?? {};
  const speaks = tls === undefined ? 'plaintext' : tls.insecureSkipVerify === true ? 'unverified' : 'verified';
  return listOf(endpoints).flatMap((endpoint) => {
    const service = serviceOfHost(endpoint?.fqdn?.hostname ?? '', namespace!);
    const pickers = service === undefined ? [] : pickersBehind(set, service.namespace, service.name);
    return pickers.map((picker): PickerClient => ({ picker, speaks, ...client }));
  });
}

function hasTlsPolicy(set: ResourceSet, namespace: string, name: string): boolean {
  return set.view(servicesWithTlsPolicy).has(`${namespace}/${name}`);
}

function servicesWithTlsPolicy(set: ResourceSet): ReadonlySet<string> {
  const policies = set.ofKind(GATEWAY_API, 'BackendTLSPolicy');
  return new Set(
    policies.flatMap(({ object, namespace }) =>
      listOf(object.spec?.targetRefs).flatMap((ref) => (ref?.kind === 'Service' ? [`${namespace}/${ref.name}`] : [])),
    ),
  );
}

/** How the proxies of a product speak with the picker of an InferencePool; undefined where that is not known. */
function speaksOf(set: ResourceSet, provider: GatewayId, { namespace, name }: { namespace: string; name: string }) {
  const { pickerTransport } = GATEWAYS[provider];
  if (provider === 'istio') return istioSpeaks(set, namespace, name);
  return pickerTransport === 'configured' ? undefined : pickerTransport;
}

/** Istio speaks as the DestinationRule for the Service says, and plaintext without one. */
function istioSpeaks(set: ResourceSet, namespace: string, name: string): PickerClient['speaks'] | undefined {
  const rules = set.view(destinationRulesByService).get(`${namespace}/${name}`) ?? [];
  const [tls] = rules.flatMap(({ object }) => object.spec?.trafficPolicy?.tls ?? []);
  if (rules.length > 0 && tls === undefined) return undefined;
  if (tls === undefined || tls.mode === 'DISABLE') return 'plaintext';
  const isVerified = tls.mode !== 'SIMPLE' || tls.caCertificates !== undefined;
  return isVerified && tls.insecureSkipVerify !== true ? 'verified' : 'unverified';
}

function destinationRulesByService(set: ResourceSet): ReadonlyMap<string | undefined, readonly Resource[]> {
  return grouped(set.ofKind(ISTIO, 'DestinationRule'), ({ object, namespace }) => {
    const service = serviceOfHost(object.spec?.host ?? '', namespace!);
    return service && `${service.namespace}/${service.name}`;
  });
}

/** The Services of the pickers of the pools that a route leads to. */
function pickerServices(set: ResourceSet, { object, namespace: own }: Resource) {
  const backends: any[] = (object.spec?.rules ?? []).flatMap(({ backendRefs = [] }: any) => backendRefs);
  return backends.flatMap(({ group, kind, name, namespace = own }) => {
    const pool =
      kind === 'InferencePool' && group === POOL_GROUP ? set.find({ group, kind, namespace, name }) : undefined;
    const picker: string | undefined = pool?.object.spec?.endpointPickerRef?.name;
    return picker === undefined ? [] : [{ namespace: namespace as string, name: picker }];
  });
}

function gatewaysOf(set: ResourceSet, { object, namespace: own }: Resource): readonly Resource[] {
  return (object.spec?.parentRefs ?? []).flatMap(
    ({ group = GATEWAY_API, kind = 'Gateway', name, namespace = own }: any) =>
      kind === 'Gateway' ? (set.find({ group, kind, namespace, name }) ?? []) : [],
  );
}
