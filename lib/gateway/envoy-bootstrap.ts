import { Yaml } from 'cdk8s';
import { drainFilters, drainRoute } from './envoy-drain';
import { DESTINATION_HEADER, PICKER_TIMEOUT } from './ext-proc';
import { RETRIES, RETRY_ON, UPSTREAM_IDLE_SECONDS } from './upstream';

/** Address of the endpoint picker as a standalone Envoy connects to it. */
export interface PickerAddress {
  /** `STATIC` for an address, `STRICT_DNS` for a name. */
  readonly type: 'STATIC' | 'STRICT_DNS';
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/** Ports of a standalone Envoy. */
export const TRAFFIC_PORT = 8081;
export const READY_PORT = 19001;
/** Path of the readiness check, which answers once Envoy has its configuration. */
export const READY_PATH = '/ready';

const ADMIN_PORT = 19000;
const TYPES = 'type.googleapis.com/envoy';

/** The chart's number, far above what one Envoy carries: the picker decides which requests are dropped. */
const CIRCUIT_BREAKERS = {
  thresholds: [{ max_connections: 40000, max_pending_requests: 40000, max_requests: 40000 }],
};

/** A day, in place of no deadline, which streams need: a route without a timeout gets Envoy's default of 15 s. */
const UNBOUNDED = '86400s';

/**
 * The configuration of an Envoy that asks the endpoint picker about each request and sends it where the picker says.
 *
 * It fails closed: without an answer of the picker there is no destination. The destination header is removed from the
 * requests of clients before any filter reads it, since Envoy would follow it.
 * Facts: llm-d-router v0.10.0, config/charts/llm-d-router-standalone, and Envoy's reference of original_dst.
 */
export function envoyBootstrap(picker: PickerAddress): string {
  return Yaml.stringify({
    admin: { address: socket('127.0.0.1', ADMIN_PORT) },
    static_resources: {
      listeners: [listener('traffic', TRAFFIC_PORT, trafficManager()), listener('ready', READY_PORT, readyManager())],
      clusters: [destinationCluster(), pickerCluster(picker), adminCluster()],
    },
  });
}

function trafficManager() {
  return {
    stat_prefix: 'traffic',
    server_header_transformation: 'PASS_THROUGH',
    use_remote_address: true,
    normalize_path: true,
    merge_slashes: true,
    path_with_escaped_slashes_action: 'UNESCAPE_AND_REDIRECT',
    common_http_protocol_options: { headers_with_underscores_action: 'REJECT_REQUEST' },
    early_header_mutation_extensions: [
      {
        name: 'no-destination-of-clients',
        typed_config: {
          '@type': `${TYPES}.extensions.http.early_header_mutation.header_mutation.v3.HeaderMutation`,
          mutations: [{ remove: DESTINATION_HEADER }],
        },
      },
    ],
    route_config: {
      virtual_hosts: [
        {
          name: 'all',
          domains: ['*'],
          routes: [
            {
              match: { prefix: '/' },
              route: {
                cluster: 'destination',
                timeout: UNBOUNDED,
                idle_timeout: UNBOUNDED,
                retry_policy: { retry_on: RETRY_ON.join(','), num_retries: RETRIES },
              },
            },
          ],
        },
      ],
    },
    http_filters: [
      {
        name: 'envoy.filters.http.ext_proc',
        typed_config: {
          '@type': `${TYPES}.extensions.filters.http.ext_proc.v3.ExternalProcessor`,
          failure_mode_allow: false,
          grpc_service: { envoy_grpc: { cluster_name: 'picker', authority: 'picker' }, timeout: '10s' },
          message_timeout: PICKER_TIMEOUT,
          processing_mode: {
            request_header_mode: 'SEND',
            request_body_mode: 'FULL_DUPLEX_STREAMED',
            request_trailer_mode: 'SEND',
            response_header_mode: 'SEND',
            response_body_mode: 'FULL_DUPLEX_STREAMED',
            response_trailer_mode: 'SEND',
          },
        },
      },
      router(),
    ],
  };
}

function readyManager() {
  return {
    stat_prefix: 'ready',
    route_config: {
      virtual_hosts: [
        {
          name: 'all',
          domains: ['*'],
          routes: [
            // Envoy listens once it has its configuration, so that any answer means ready. Its own check fails in a drain.
            { match: { path: READY_PATH }, direct_response: { status: 200 } },
            { match: { path: '/stats/prometheus' }, route: { cluster: 'admin' } },
            drainRoute(),
          ],
        },
      ],
    },
    http_filters: [...drainFilters(), router()],
  };
}

function destinationCluster() {
  return {
    name: 'destination',
    type: 'ORIGINAL_DST',
    lb_policy: 'CLUSTER_PROVIDED',
    connect_timeout: '5s',
    original_dst_lb_config: { use_http_header: true, http_header_name: DESTINATION_HEADER },
    typed_extension_protocol_options: httpOptions({
      common_http_protocol_options: { idle_timeout: `${UPSTREAM_IDLE_SECONDS}s` },
      explicit_http_config: { http_protocol_options: {} },
    }),
    circuit_breakers: CIRCUIT_BREAKERS,
  };
}

function pickerCluster({ type, host, port, tls }: PickerAddress) {
  return {
    name: 'picker',
    type,
    connect_timeout: '5s',
    typed_extension_protocol_options: httpOptions({ explicit_http_config: { http2_protocol_options: {} } }),
    circuit_breakers: CIRCUIT_BREAKERS,
    // The picker makes a self-signed certificate when it starts, which cannot be verified.
    ...(tls && {
      transport_socket: {
        name: 'envoy.transport_sockets.tls',
        typed_config: {
          '@type': `${TYPES}.extensions.transport_sockets.tls.v3.UpstreamTlsContext`,
          common_tls_context: { alpn_protocols: ['h2'], validation_context: {} },
        },
      },
    }),
    load_assignment: assignment('picker', host, port),
  };
}

function httpOptions(options: object) {
  const type = 'envoy.extensions.upstreams.http.v3.HttpProtocolOptions';
  return { [type]: { '@type': `type.googleapis.com/${type}`, ...options } };
}

function adminCluster() {
  return {
    name: 'admin',
    type: 'STATIC',
    connect_timeout: '1s',
    load_assignment: assignment('admin', '127.0.0.1', ADMIN_PORT),
  };
}

function listener(name: string, port: number, manager: object) {
  return {
    name,
    address: socket('0.0.0.0', port),
    filter_chains: [
      {
        filters: [
          {
            name: 'envoy.filters.network.http_connection_manager',
            typed_config: {
              '@type': `${TYPES}.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager`,
              ...manager,
            },
          },
        ],
      },
    ],
  };
}

function router() {
  return {
    name: 'envoy.filters.http.router',
    typed_config: {
      '@type': `${TYPES}.extensions.filters.http.router.v3.Router`,
      suppress_envoy_headers: true,
    },
  };
}

function assignment(cluster_name: string, host: string, port: number) {
  return {
    cluster_name,
    endpoints: [{ lb_endpoints: [{ endpoint: { address: socket(host, port) } }] }],
  };
}

function socket(address: string, port_value: number) {
  return { socket_address: { address, port_value } };
}
