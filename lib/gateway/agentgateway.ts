import type { Construct } from 'constructs';
import { AGENTGATEWAY_API_VERSION } from '../catalogue/api-groups';
import type { EndpointPickerTransport } from '../endpoint-picker/transport';
import { AGENTGATEWAY } from '../catalogue/gateways/gateways';
import { poolReference } from '../routing/inference-pool-contract';
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
import { gatewayMetadata, httpGateway, httpRoute, LISTENER_PORT, proxyName } from './gateway-objects';
import { objectName } from '../kubernetes/option-checks';
import { type Checks, checkedOptions } from '../options/check';
import { anyNumber, member, text } from '../options/checks';
import { drainSeconds, proxyReplicas } from './proxy-replicas';

/** Type of a proxy's Service. */
export enum ProxyServiceType {
  /** Reached from inside the cluster, or by port-forward. */
  CLUSTER_IP = 'ClusterIP',
  /** Reached at a port of every node. */
  NODE_PORT = 'NodePort',
  /** Reached at an address of the cloud's load balancer. On kind it stays pending, and so does the Gateway. */
  LOAD_BALANCER = 'LoadBalancer',
}

/** Options of `DataPlane.agentgateway`. */
export interface AgentgatewayOptions {
  /**
   * GatewayClass of the Gateway. The controller makes the default one.
   * @default agentgateway
   */
  readonly gatewayClassName?: string;
  /**
   * Of which namespaces the Gateway admits routes.
   * @default AllowedRoutes.sameNamespace()
   */
  readonly allowedRoutes?: AllowedRoutes;
  /**
   * Type of the proxy's Service.
   * @default ProxyServiceType.CLUSTER_IP
   */
  readonly serviceType?: ProxyServiceType;
  /**
   * Log level of the proxy: error, warn, info, debug or trace.
   * @default warn
   */
  readonly logLevel?: string;
  /**
   * Number of proxies. Where there are several, an eviction takes one of them at a time, by a PodDisruptionBudget.
   * @default - left out, so Kubernetes starts one
   */
  readonly replicas?: number;
}

const CHECKS: Checks<AgentgatewayOptions> = {
  gatewayClassName: objectName,
  allowedRoutes,
  serviceType: member(ProxyServiceType),
  logLevel: text,
  replicas: anyNumber,
};

const APP = 'agentgateway';
/** Name that the controller gives to the container of its proxy. A patch with another name would add a container. */
const PROXY_CONTAINER = 'agentgateway';
/** The controller's own default, which the field demands: seconds after SIGTERM in which new connections are still served. */
const MIN_SHUTDOWN_SECONDS = 10;

/** agentgateway v1.4.1: its controller makes a proxy for the Gateway and programs it from HTTPRoute and InferencePool. */
export class Agentgateway implements IDataPlane {
  readonly capabilities: DataPlaneCapabilities = capabilitiesOf(AGENTGATEWAY);

  /** The controller forces TLS to the picker and does not verify the certificate. */
  readonly transport: EndpointPickerTransport = { tls: true };

  constructor(private readonly options: AgentgatewayOptions = {}) {
    checkedOptions('DataPlane.agentgateway', options, CHECKS);
  }

  bind(scope: Construct, route: RouteOptions): Entry {
    refuseUnfit(scope, this, route);
    const { namespace } = route.pool;
    const name = proxyName(scope, route);
    const metadata = gatewayMetadata(scope, APP, name, namespace);

    const { replicas, budget } = proxyReplicas(scope, this.options.replicas);

    const parameters = kubeObject(scope, 'parameters', `${AGENTGATEWAY_API_VERSION}/AgentgatewayParameters`, metadata, {
      spec: {
        logging: { level: this.options.logLevel ?? 'warn' },
        resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '2', memory: '1Gi' } },
        service: { spec: { type: this.options.serviceType ?? ProxyServiceType.CLUSTER_IP } },
        shutdown: { min: MIN_SHUTDOWN_SECONDS, max: drainSeconds(route.pool) },
        ...(budget && { podDisruptionBudget: { spec: budget } }),
        // The `restricted` standard: the pod that the controller of v1.4.1 makes has no seccomp profile.
        deployment: {
          spec: {
            ...(replicas !== undefined && { replicas }),
            template: {
              spec: {
                securityContext: { seccompProfile: RESTRICTED_POD.seccompProfile },
                containers: [
                  {
                    name: PROXY_CONTAINER,
                    securityContext: {
                      allowPrivilegeEscalation: RESTRICTED_CONTAINER.allowPrivilegeEscalation,
                    },
                  },
                ],
              },
            },
          },
        },
      },
    });
    httpGateway(
      scope,
      metadata,
      this.options.gatewayClassName ?? AGENTGATEWAY.gateway.className,
      parameters,
      this.options.allowedRoutes,
    );
    httpRoute(scope, APP, { name }, poolReference(route.pool), route);
    return entry(scope, name, namespace, LISTENER_PORT);
  }
}
