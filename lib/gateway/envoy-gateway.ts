import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ENVOY_GATEWAY_API_VERSION } from '../catalogue/api-groups';
import { EXT_PROC_PORT } from '../catalogue/endpoint-picker/ports';
import type { EndpointPickerTransport } from '../endpoint-picker/transport';
import { refuse } from '../errors';
import { checkedServiceName } from '../names';
import type { IInferencePool } from '../routing/inference-pool-contract';
import { ENVOY_GATEWAY, ENVOY_IMAGE } from '../catalogue/gateways/gateways';
import { checkedImage } from '../kubernetes/image';
import type { Metadata } from '../kubernetes/metadata';
import { kubeObject } from '../kubernetes/objects';
import { RESTRICTED_CONTAINER, RESTRICTED_POD } from '../kubernetes/pod';
import { type AllowedRoutes, allowedRoutes } from './allowed-routes';
import { capabilitiesOf } from './capabilities';
import {
  type DataPlaneCapabilities,
  type Entry,
  entry,
  type IDataPlane,
  refuseUnfit,
  type RouteOptions,
} from './data-plane-contract';
import { DESTINATION_HEADER, PICKER_TIMEOUT } from './ext-proc';
import { GATEWAY_REFERENCE_CHECKS, type GatewayReference } from './gateway-reference';
import { gatewayMetadata, httpGateway, httpRoute, LISTENER_PORT, proxyName } from './gateway-objects';
import { RETRIES, RETRY_ON, UPSTREAM_IDLE_SECONDS } from './upstream';
import { imageReference, objectName } from '../kubernetes/option-checks';
import { type Checks, checkedOptions } from '../options/check';
import { anyNumber, optionsOf } from '../options/checks';
import { drainSeconds, proxyReplicas } from './proxy-replicas';

/** Options of `DataPlane.envoyGateway`. */
export interface EnvoyGatewayOptions {
  /**
   * GatewayClass of the Envoy Gateway controller.
   * @default eg
   */
  readonly gatewayClassName?: string;
  /**
   * Of which namespaces the Gateway that is made admits routes.
   * @default AllowedRoutes.sameNamespace()
   */
  readonly allowedRoutes?: AllowedRoutes;
  /**
   * A Gateway of Envoy Gateway that exists already. It must remove the header x-gateway-destination-endpoint from the
   * requests of clients, by a ClientTrafficPolicy.
   * @default - a Gateway is made, with such a policy
   */
  readonly gateway?: GatewayReference;
  /**
   * Service of the proxy, for the entry of an existing Gateway.
   * @default - the name that the proxy of a Gateway made here has: `envoy-<namespace>--<gateway>`
   */
  readonly service?: string;
  /**
   * Namespace where the controller runs, and where it makes its proxies.
   * @default envoy-gateway-system
   */
  readonly controllerNamespace?: string;
  /**
   * Image of the proxy, with a version tag, 1.36 or later.
   * @default docker.io/envoyproxy/envoy:distroless-v1.40.0
   */
  readonly envoyImage?: string;
  /**
   * Number of proxies. Where there are several, an eviction takes one of them at a time, by a PodDisruptionBudget.
   * @default - left out, so Envoy Gateway starts one
   */
  readonly replicas?: number;
}

const CHECKS: Checks<EnvoyGatewayOptions> = {
  gatewayClassName: objectName,
  allowedRoutes,
  gateway: optionsOf(GATEWAY_REFERENCE_CHECKS),
  service: objectName,
  controllerNamespace: objectName,
  envoyImage: imageReference,
  replicas: anyNumber,
};

const APP = 'envoy-gateway';

/**
 * Envoy Gateway v1.9.1 without an AI gateway. It takes no InferencePool as a backend, so the route leads to a Service
 * over the pool's pods, an ext-proc asks the picker, and the picker's header overrides the choice of the endpoint.
 */
export class EnvoyGateway implements IDataPlane {
  readonly capabilities: DataPlaneCapabilities = capabilitiesOf(ENVOY_GATEWAY);

  /** Envoy Gateway would verify the picker's certificate, which is self-signed. */
  readonly transport: EndpointPickerTransport = { tls: false };

  constructor(private readonly options: EnvoyGatewayOptions = {}) {
    checkedOptions('DataPlane.envoyGateway', options, CHECKS);
  }

  bind(scope: Construct, route: RouteOptions): Entry {
    refuseUnfit(scope, this, route);
    const { pool } = route;
    const metadata = gatewayMetadata(scope, APP, pool.name, pool.namespace);
    refuseUnknownSelector(scope, pool);
    const gateway = this.options.gateway ?? this.ownGateway(scope, route);
    const [port] = pool.targetPorts;

    const endpoints = kubeObject(
      scope,
      'endpoints',
      'v1/Service',
      { ...metadata, name: checkedServiceName(scope, `${pool.name}-endpoints`) },
      {
        spec: {
          clusterIP: 'None',
          selector: pool.podSelector,
          ports: [{ name: 'http', port, targetPort: port }],
        },
      },
    );
    const toEndpoints = httpRoute(scope, APP, gateway, { name: endpoints.name, port }, route);
    this.askPicker(scope, metadata, toEndpoints, pool.endpointPickerName);
    return this.entry(scope, gateway, pool.namespace);
  }

  private ownGateway(scope: Construct, route: RouteOptions): GatewayReference {
    const name = proxyName(scope, route);
    const metadata = gatewayMetadata(scope, APP, name, route.pool.namespace);
    const proxy = this.proxy(scope, metadata, route.pool);
    httpGateway(
      scope,
      metadata,
      this.options.gatewayClassName ?? ENVOY_GATEWAY.gateway.className,
      proxy,
      this.options.allowedRoutes,
    );
    kubeObject(scope, 'client-policy', `${ENVOY_GATEWAY_API_VERSION}/ClientTrafficPolicy`, metadata, {
      spec: {
        targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name }],
        headers: { earlyRequestHeaders: { remove: [DESTINATION_HEADER] } },
      },
    });
    return { name };
  }

  /** How the controller is to make the proxy: a pod that `restricted` admits, and a Service with a known name. */
  private proxy(scope: Construct, metadata: Metadata, pool: IInferencePool) {
    const { replicas, budget } = proxyReplicas(scope, this.options.replicas);
    return kubeObject(scope, 'proxy', `${ENVOY_GATEWAY_API_VERSION}/EnvoyProxy`, metadata, {
      spec: {
        shutdown: { drainTimeout: `${drainSeconds(pool)}s` },
        provider: {
          type: 'Kubernetes',
          kubernetes: {
            envoyDeployment: {
              ...(replicas !== undefined && { replicas }),
              pod: { securityContext: RESTRICTED_POD },
              container: {
                image: checkedImage('DataPlane.envoyGateway', this.options.envoyImage ?? ENVOY_IMAGE),
                resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '512Mi' } },
                // It goes into the shutdown manager too, which writes to its root file system.
                securityContext: { ...RESTRICTED_CONTAINER, readOnlyRootFilesystem: false, runAsUser: 65532 },
              },
            },
            ...(budget && { envoyPDB: budget }),
            envoyService: { name: proxyService(metadata.namespace, metadata.name), type: 'ClusterIP' },
          },
        },
      },
    });
  }

  private askPicker(scope: Construct, metadata: Metadata, route: ApiObject, picker: string): void {
    const targetRefs = [{ group: route.apiGroup, kind: route.kind, name: route.name }];
    kubeObject(scope, 'extension-policy', `${ENVOY_GATEWAY_API_VERSION}/EnvoyExtensionPolicy`, metadata, {
      spec: {
        targetRefs,
        extProc: [
          {
            // With its defaults, as in httpRoute.
            backendRefs: [{ group: '', kind: 'Service', weight: 1, name: picker, port: EXT_PROC_PORT }],
            failOpen: false,
            messageTimeout: PICKER_TIMEOUT,
            processingMode: {
              request: { body: 'FullDuplexStreamed' },
              response: { body: 'FullDuplexStreamed' },
            },
          },
        ],
      },
    });
    kubeObject(scope, 'traffic-policy', `${ENVOY_GATEWAY_API_VERSION}/BackendTrafficPolicy`, metadata, {
      spec: {
        targetRefs,
        loadBalancer: {
          type: 'RoundRobin',
          endpointOverride: { extractFrom: [{ header: DESTINATION_HEADER }] },
        },
        retry: { numRetries: RETRIES, retryOn: { triggers: RETRY_ON } },
        timeout: { http: { connectionIdleTimeout: `${UPSTREAM_IDLE_SECONDS}s` } },
      },
    });
  }

  private entry(scope: Construct, gateway: GatewayReference, namespace: string): Entry {
    const { controllerNamespace = 'envoy-gateway-system', service } = this.options;
    const name = service ?? proxyService(gateway.namespace ?? namespace, gateway.name);
    return entry(scope, name, controllerNamespace, LISTENER_PORT);
  }
}

/** Its endpoints are a Service over the pool's pods, which needs their labels. */
function refuseUnknownSelector(scope: Construct, { name, podSelector }: IInferencePool): void {
  if (Object.keys(podSelector).length === 0) {
    refuse(scope, {
      code: 'LLMD-POOL-SELECTOR-UNKNOWN',
      got: `the pool ${name} without a podSelector`,
      expected: 'the labels that select its pods: this data plane makes a Service over them',
      remedy: 'pass podSelector to InferencePool.fromPoolName',
    });
  }
}

/** Name of a proxy's Service. All are in the controller's namespace; `--` keeps `a` + `b-c` apart from `a-b` + `c`. */
function proxyService(namespace: string, gateway: string): string {
  return checkedServiceName('DataPlane.envoyGateway', `envoy-${namespace}--${gateway}`);
}
