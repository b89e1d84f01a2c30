import { ResourceSet } from '../../../lib/validation/resource-set';
import { checkStructure } from '../../../lib/api-server/check-object';
import { providerOf } from '../../../lib/validation/facts/gateway-providers';

const GATEWAY_API = 'gateway.networking.k8s.io/v1';

interface Facts {
  readonly className: string;
  readonly controller?: string;
  readonly parameters?: string;
}

/** The provider of the proxy for a Gateway of this class, with or without its controller and parameters. */
function provider({ className, controller, parameters }: Facts): string | undefined {
  const parametersRef = { group: parameters, kind: 'Parameters', name: 'a' };
  const objects = [
    {
      apiVersion: GATEWAY_API,
      kind: 'Gateway',
      metadata: { name: 'a' },
      spec: {
        gatewayClassName: className,
        ...(parameters !== undefined && { infrastructure: { parametersRef } }),
        listeners: [],
      },
    },
    {
      apiVersion: GATEWAY_API,
      kind: 'GatewayClass',
      metadata: { name: className },
      spec: { controllerName: controller },
    },
  ].slice(0, controller === undefined ? 1 : 2);
  const resources = objects.map((object) => checkStructure({ object }).resource!);
  return providerOf(new ResourceSet(resources), resources[0]);
}

test.each<[Facts, string | undefined]>([
  [{ className: 'agentgateway' }, 'agentgateway'],
  [{ className: 'agentgateway-private' }, 'agentgateway'],
  [{ className: 'eg' }, 'envoy-gateway'],
  [{ className: 'envoy-gateway' }, 'envoy-gateway'],
  [{ className: 'gke-l7-rilb' }, 'gke'],
  [{ className: 'istio' }, 'istio'],
  [{ className: 'kgateway' }, 'kgateway'],
  [{ className: 'nginx' }, 'nginx'],
  [{ className: 'istio-private' }, undefined],
  [{ className: 'my-eg' }, undefined],
  [{ className: 'mine', parameters: 'agentgateway.dev' }, 'agentgateway'],
  [{ className: 'mine', parameters: 'gateway.envoyproxy.io' }, 'envoy-gateway'],
  [{ className: 'mine', parameters: 'gateway.kgateway.dev' }, 'kgateway'],
  [{ className: 'mine', parameters: 'gateway.nginx.org' }, 'nginx'],
  [{ className: 'mine', parameters: '' }, undefined],
  [{ className: 'istio', parameters: 'agentgateway.dev' }, 'agentgateway'],
  [{ className: 'mine', controller: 'agentgateway.dev/agentgateway' }, 'agentgateway'],
  [{ className: 'mine', controller: 'kgateway.dev/agentgateway' }, 'agentgateway'],
  [{ className: 'mine', controller: 'gateway.envoyproxy.io/gatewayclass-controller' }, 'envoy-gateway'],
  [{ className: 'mine', controller: 'networking.gke.io/gateway' }, 'gke'],
  [{ className: 'mine', controller: 'istio.io/gateway-controller' }, 'istio'],
  [{ className: 'mine', controller: 'kgateway.dev/kgateway' }, 'kgateway'],
  [{ className: 'mine', controller: 'gateway.nginx.org/nginx-gateway-controller' }, 'nginx'],
  [{ className: 'istio', controller: 'example.com/controller' }, undefined],
  [{ className: 'istio', parameters: 'agentgateway.dev', controller: 'istio.io/gateway-controller' }, 'istio'],
])('%j is %s', (facts, expected) => expect(provider(facts)).toBe(expected));
