import { ApiObject, type Duration } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import type { EndpointPickerTransport } from '../endpoint-picker/transport';
import { refuse } from '../errors';
import { show } from '../text/wording';
import type { Release } from '../catalogue/endpoint-picker/release';
import { FailureMode, type IInferencePool, inferencePool } from '../routing/inference-pool-contract';
import { type Checks, checkedOptions } from '../options/check';
import { anyText, duration, having, required } from '../options/checks';

/** What a data plane can do. */
export interface DataPlaneCapabilities {
  /** Serves requests with a body, which all completions have, while the endpoint picker does not answer. */
  readonly failOpen: boolean;
  /** Ids of the releases whose endpoint picker it is known to work with. */
  readonly releases: string[];
  /** Serves a pool with several target ports, which data-parallel ranks need. */
  readonly severalPorts: boolean;
}

/** Options of the route to a pool. */
export interface RouteOptions {
  /** The pool that answers. */
  readonly pool: IInferencePool;
  /**
   * Name of the Gateway, of its parameters, or of a proxy of its own.
   * @default - `<pool>-gateway`
   */
  readonly gatewayName?: string;
  /**
   * Longest duration of a whole response. Duration.seconds(0) is no limit, which streams need.
   * @default Duration.seconds(0)
   */
  readonly requestTimeout?: Duration;
}

const ROUTE_CHECKS: Checks<RouteOptions> = {
  pool: required(inferencePool),
  gatewayName: anyText,
  requestTimeout: duration,
};

/** Where clients reach the pool. */
export interface Entry {
  /** Service of the proxy. */
  readonly service: string;
  /** Namespace of that Service. */
  readonly namespace: string;
  /** Port of that Service, plain HTTP. */
  readonly port: number;
  /** Command that makes it reachable at http://localhost:8080. */
  readonly portForward: string;
  /** The objects that the data plane made, by their ids, for patches: `gateway`, `route` and so on. */
  readonly objects: { readonly [id: string]: ApiObject };
}

/**
 * A proxy that asks the endpoint picker about each request and sends it where the picker says. `DataPlane` has those
 * that this library knows.
 */
export interface IDataPlane {
  /** What it can do. */
  readonly capabilities: DataPlaneCapabilities;
  /** How it reaches the endpoint picker. A pool must be made with this. */
  readonly transport: EndpointPickerTransport;
  /** Makes the objects in `scope` through which clients reach the pool. */
  bind(scope: Construct, options: RouteOptions): Entry;
}

/** Checks an `IDataPlane`. */
export const dataPlane = having(
  'a data plane, for example DataPlane.agentgateway()',
  'capabilities',
  'transport',
  'bind',
);

/** The entry of a data plane whose objects are the children of `scope`. */
export function entry(scope: IConstruct, service: string, namespace: string, port: number): Entry {
  return {
    service,
    namespace,
    port,
    portForward: `kubectl port-forward -n ${namespace} svc/${service} 8080:${port}`,
    objects: Object.fromEntries(
      scope.node.children.filter((child) => ApiObject.isApiObject(child)).map((object) => [object.node.id, object]),
    ),
  };
}

/** Refuses wrong options, and a pool that this data plane cannot serve, which would only show as failed requests. */
export function refuseUnfit(scope: IConstruct, dataPlane: IDataPlane, route: RouteOptions): void {
  const { pool } = checkedOptions(scope, route, ROUTE_CHECKS);
  const { capabilities, transport } = dataPlane;
  if (show(pool.transport) !== show(transport)) {
    refuse(scope, {
      code: 'LLMD-TRANSPORT',
      got: `the pool ${pool.name}, whose endpoint picker serves ${way(pool.transport)}`,
      expected: `an endpoint picker that serves ${way(transport)}`,
      remedy: 'make the pool with `transport: dataPlane.transport`',
    });
  }
  if (pool.failureMode === FailureMode.FAIL_OPEN && !capabilities.failOpen) {
    refuse(scope, {
      code: 'LLMD-FAIL-OPEN',
      got: `failureMode FailOpen on the pool ${pool.name}`,
      expected: 'FailClose: this data plane answers 5xx to requests with a body while the endpoint picker is away',
      remedy: 'leave failureMode out',
    });
  }
  if (pool.targetPorts.length > 1 && !capabilities.severalPorts) {
    refuse(scope, {
      code: 'LLMD-DATA-PLANE-PORTS',
      got: `the target ports ${pool.targetPorts.join(', ')} of the pool ${pool.name}`,
      expected: 'one target port: this data plane cannot send a request to one of several ports of a pod',
      remedy: 'run one data-parallel rank in each pod, or choose another data plane',
    });
  }
  refuseRelease(scope, capabilities, pool.release);
}

function refuseRelease(scope: IConstruct, { releases }: DataPlaneCapabilities, release: Release): void {
  if (!releases.includes(release.id)) {
    refuse(scope, {
      code: 'LLMD-RELEASE-DATA-PLANE',
      got: `release ${release.id}`,
      expected: `a release that this data plane is known to work with: ${releases.join(', ')}`,
      remedy: `pass Release.of('${releases[0]}'), or choose another data plane`,
    });
  }
}

function way({ tls, sidecar }: EndpointPickerTransport): string {
  return `${tls ? 'TLS' : 'plaintext'}${sidecar ? ` beside the sidecar ${sidecar.name} (${sidecar.image})` : ''}`;
}
