import type { Resource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';

/** A product that makes proxies for Gateways. */
export type GatewayProvider = 'agentgateway' | 'envoy-gateway' | 'gke' | 'istio' | 'kgateway' | 'nginx';

const GATEWAY_API = 'gateway.networking.k8s.io';

/** Sources: the GatewayClasses of each product; a name ends where the controller's domain does. */
const BY_CONTROLLER: readonly (readonly [RegExp, GatewayProvider])[] = [
  [/(?:^|\/)agentgateway$/, 'agentgateway'],
  [/^gateway\.envoyproxy\.io\//, 'envoy-gateway'],
  [/^networking\.gke\.io\//, 'gke'],
  [/^istio\.io\//, 'istio'],
  [/^kgateway\.dev\//, 'kgateway'],
  [/^gateway\.nginx\.org\//, 'nginx'],
];

/** The group of the parameters that only one product reads. */
const BY_PARAMETERS: { readonly [group: string]: GatewayProvider } = {
  'agentgateway.dev': 'agentgateway',
  'gateway.envoyproxy.io': 'envoy-gateway',
  'gateway.kgateway.dev': 'kgateway',
  'gateway.nginx.org': 'nginx',
};

/** The names of classes that controllers make themselves, or that their instructions use. */
const BY_CLASS: readonly (readonly [RegExp, GatewayProvider])[] = [
  [/^agentgateway(?:-|$)/, 'agentgateway'],
  [/^(?:eg|envoy-gateway)$/, 'envoy-gateway'],
  [/^gke-l7-/, 'gke'],
  [/^istio$/, 'istio'],
  [/^kgateway$/, 'kgateway'],
  [/^nginx$/, 'nginx'],
];

/** The product behind a Gateway: its class says so, else its parameters, else the name of the class. */
export function providerOf(set: ResourceSet, { object }: Resource): GatewayProvider | undefined {
  const name: string = object.spec?.gatewayClassName ?? '';
  const gatewayClass = set.find({ group: GATEWAY_API, kind: 'GatewayClass', name });
  const controller: string | undefined = gatewayClass?.object.spec?.controllerName;
  if (controller !== undefined) return firstMatch(BY_CONTROLLER, controller);
  const parameters: string = object.spec?.infrastructure?.parametersRef?.group ?? '';
  return BY_PARAMETERS[parameters] ?? firstMatch(BY_CLASS, name);
}

function firstMatch(table: readonly (readonly [RegExp, GatewayProvider])[], text: string): GatewayProvider | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1];
}
