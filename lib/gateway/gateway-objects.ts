import { type ApiObject, Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { refuse } from '../errors';
import { show } from '../text/wording';
import { showGatewayDuration } from '../text/duration';
import { checkedServiceName } from '../names';
import type { NamespacedKinds } from '../kubernetes/kinds';
import { recommendedLabels } from '../kubernetes/labels';
import { kubeObject } from '../kubernetes/objects';
import { AllowedRoutes } from './allowed-routes';
import type { RouteOptions } from './data-plane-contract';
import type { GatewayReference } from './gateway-reference';

type HttpRouteRule = NonNullable<NamespacedKinds['gateway.networking.k8s.io/v1/HTTPRoute']['spec']['rules']>[number];
type BackendRef = NonNullable<HttpRouteRule['backendRefs']>[number];

/** Port of the Gateway's listener, and so of the proxy's Service. */
export const LISTENER_PORT = 80;

/** Name of the Gateway or proxy of a route, which its Deployment and Service get too. */
export function proxyName(scope: Construct, { pool, gatewayName }: RouteOptions): string {
  const name = checkedServiceName(scope, gatewayName ?? `${pool.name}-gateway`);
  if ([pool.endpointPickerName, ...pool.modelServers.map((server) => server.name)].includes(name)) {
    refuse(scope, {
      code: 'LLMD-GATEWAY-NAME',
      got: show(name),
      expected: `a name that no workload of the pool ${pool.name} has: the proxy gets a Deployment and a Service of it`,
      remedy: 'pass another gatewayName, or leave it out',
    });
  }
  return name;
}

/** Metadata of an object of a data plane, in the pool's namespace. */
export function gatewayMetadata(scope: Construct, app: string, name: string, namespace: string) {
  return { name, namespace, labels: recommendedLabels(scope, { app, instance: name, component: 'gateway' }) };
}

/** A Gateway with one plain HTTP listener, and the object with the settings of its proxy. */
export function httpGateway(
  scope: Construct,
  metadata: ReturnType<typeof gatewayMetadata>,
  gatewayClassName: string,
  { apiGroup: group, kind, name }: ApiObject,
  allowedRoutes: AllowedRoutes = AllowedRoutes.sameNamespace(),
): ApiObject {
  return kubeObject(scope, 'gateway', 'gateway.networking.k8s.io/v1/Gateway', metadata, {
    spec: {
      gatewayClassName,
      infrastructure: { parametersRef: { group, kind, name } },
      listeners: [
        {
          name: 'default',
          port: LISTENER_PORT,
          protocol: 'HTTP',
          allowedRoutes: { namespaces: allowedRoutes._namespaces() },
        },
      ],
    },
  });
}

/**
 * The route from a Gateway to one backend: every path, and no timeout unless one was asked for.
 *
 * The defaults inside its lists are spelled out: the API server would add them, and kubectl, which replaces lists of
 * custom resources as a whole, would see a difference on every apply.
 */
export function httpRoute(
  scope: Construct,
  app: string,
  gateway: GatewayReference,
  backend: BackendRef,
  { pool, requestTimeout = Duration.seconds(0) }: RouteOptions,
): ApiObject {
  const { name, namespace } = pool;
  const foreign = gateway.namespace !== undefined && gateway.namespace !== namespace;
  return kubeObject(
    scope,
    'route',
    'gateway.networking.k8s.io/v1/HTTPRoute',
    gatewayMetadata(scope, app, name, namespace),
    {
      spec: {
        parentRefs: [
          {
            group: 'gateway.networking.k8s.io',
            kind: 'Gateway',
            name: gateway.name,
            ...(foreign && { namespace: gateway.namespace }),
            ...(gateway.sectionName && { sectionName: gateway.sectionName }),
          },
        ],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/' } }],
            backendRefs: [{ group: '', kind: 'Service', weight: 1, ...backend }],
            timeouts: { request: showGatewayDuration(requestTimeout.toMilliseconds()) },
          },
        ],
      },
    },
  );
}
