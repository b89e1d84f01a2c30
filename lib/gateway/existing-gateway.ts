import type { Construct } from 'constructs';
import type { EndpointPickerTransport } from '../endpoint-picker/transport';
import { UNKNOWN_GATEWAY } from '../catalogue/gateways/gateways';
import { Validation } from '../app/validation';
import { capabilitiesOf } from './capabilities';
import {
  type DataPlaneCapabilities,
  type Entry,
  entry,
  type IDataPlane,
  refuseUnfit,
  type RouteOptions,
} from './data-plane-contract';
import { poolReference } from '../routing/inference-pool-contract';
import { GATEWAY_REFERENCE_CHECKS, type GatewayReference } from './gateway-reference';
import { httpRoute, LISTENER_PORT } from './gateway-objects';
import { objectName } from '../kubernetes/option-checks';
import { type Checks, checkedOptions } from '../options/check';
import { boolean, whole } from '../options/checks';

/** Options of `DataPlane.existingGateway`. */
export interface ExistingGatewayOptions extends GatewayReference {
  /**
   * Service of the proxy, for the entry.
   * @default - the Gateway's name
   */
  readonly service?: string;
  /**
   * Port of that Service.
   * @default 80
   */
  readonly port?: number;
  /**
   * Whether this Gateway's controller connects to endpoint pickers by TLS.
   * @default true
   */
  readonly endpointPickerTls?: boolean;
}

const CHECKS: Checks<ExistingGatewayOptions> = {
  ...GATEWAY_REFERENCE_CHECKS,
  service: objectName,
  port: whole(1, 65535),
  endpointPickerTls: boolean,
};

/** A Gateway that exists already, of a controller that takes an InferencePool as a backend: only the route is made. */
export class ExistingGateway implements IDataPlane {
  /** What its controller can do is not known, so nothing is refused that the standard allows. */
  readonly capabilities: DataPlaneCapabilities = capabilitiesOf(UNKNOWN_GATEWAY);
  readonly transport: EndpointPickerTransport;

  constructor(private readonly options: ExistingGatewayOptions) {
    checkedOptions('DataPlane.existingGateway', options, CHECKS);
    this.transport = { tls: options.endpointPickerTls ?? true };
  }

  bind(scope: Construct, route: RouteOptions): Entry {
    refuseUnfit(scope, this, route);
    const { name, namespace = route.pool.namespace, service = name, port = LISTENER_PORT } = this.options;
    Validation.outside(scope, { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', name, namespace });
    httpRoute(scope, 'gateway', this.options, poolReference(route.pool), route);
    return entry(scope, service, namespace, port);
  }
}
