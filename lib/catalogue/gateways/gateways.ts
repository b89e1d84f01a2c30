import { AGENTGATEWAY_GROUP, ENVOY_GATEWAY_GROUP } from '../api-groups';
import type { GatewayId, GatewayProduct } from './product';

/** Its controller makes a proxy for each Gateway. Source: agentgateway/agentgateway v1.4.1. */
export const AGENTGATEWAY = {
  name: 'agentgateway',
  version: '1.4.1',
  confirmed: 'source',
  gateway: {
    className: 'agentgateway',
    classNames: /^agentgateway(?:-|$)/,
    controllerName: /(?:^|\/)agentgateway$/,
    parametersGroup: AGENTGATEWAY_GROUP,
  },
  // The controller forces TLS to the picker, and the certificate is not verified.
  pickerTransport: 'unverified',
  // Issue 3473; completions have a body.
  ignoresFailOpen: 'agentgateway up to v1.4.1 answers 500 to every request with a body',
  // llm-d's compatibility matrix for v0.10 and agentgateway's for v1.4; neither names the picker of GAIE v1.4.0.
  releases: ['llm-d-router-v0.10.0', 'gaie-v1.5.0'],
  poolsPerRule: 'all',
  // Since v1.2.0 (agentgateway pull request 1445).
  severalTargetPorts: true,
  // Later versions do (agentgateway PR 3169).
  followsPoolGrants: false,
  proxyNamespace: 'gateway',
} satisfies GatewayProduct;

const ENVOY_VERSION = '1.40.0';

/**
 * Image of Envoy, for standalone proxies and for those of Envoy Gateway. It must be 1.36 or later: 1.35 refuses a
 * fail-open ext_proc with full-duplex bodies.
 */
export const ENVOY_IMAGE = `docker.io/envoyproxy/envoy:distroless-v${ENVOY_VERSION}`;

/** Envoy without a controller, beside the endpoint picker or in a Deployment of its own. */
export const ENVOY = {
  name: 'Envoy',
  version: ENVOY_VERSION,
  confirmed: 'run',
  pickerTransport: 'configured',
  // Without the picker's header there is no destination at all.
  ignoresFailOpen: '',
  // It connects to whatever address and port the picker names.
  severalTargetPorts: true,
} satisfies GatewayProduct;

/**
 * Without an AI gateway it takes no InferencePool as a backend: the route leads to a Service over the pool's pods, and an
 * EnvoyExtensionPolicy asks the picker.
 */
export const ENVOY_GATEWAY = {
  name: 'Envoy Gateway',
  version: '1.9.1',
  confirmed: 'run',
  gateway: {
    className: 'eg',
    classNames: /^(?:eg|envoy-gateway)$/,
    controllerName: /^gateway\.envoyproxy\.io\//,
    parametersGroup: ENVOY_GATEWAY_GROUP,
  },
  pickerTransport: 'configured',
  // ai-gateway issue 2502.
  ignoresFailOpen: 'Envoy AI Gateway v1.1.0 always fails closed',
  defaultTimeoutSeconds: 15,
  // A backend of its route is one port of a Service, and the picker can only choose among the backend's endpoints.
  severalTargetPorts: false,
  proxyNamespace: 'controller',
} satisfies GatewayProduct;

export const GATEWAYS: { readonly [id in GatewayId]: GatewayProduct } = {
  agentgateway: AGENTGATEWAY,
  envoy: ENVOY,
  'envoy-gateway': ENVOY_GATEWAY,
  gke: {
    name: 'GKE',
    confirmed: 'docs',
    gateway: {
      className: 'gke-l7-regional-external-managed',
      classNames: /^gke-l7-/,
      controllerName: /^networking\.gke\.io\//,
    },
    // Accepted False, UnsupportedValue (kserve issue 5311).
    refusesRouteTimeouts: true,
  },
  istio: {
    name: 'Istio',
    version: '1.30.3',
    confirmed: 'source',
    gateway: { className: 'istio', controllerName: /^istio\.io\// },
    // As the DestinationRule for the picker's Service says; plaintext without one.
    pickerTransport: 'configured',
    // istio issue 61594.
    poolsPerRule: 'last',
    followsPoolGrants: true,
    proxyNamespace: 'gateway',
  },
  kgateway: {
    name: 'kgateway',
    confirmed: 'docs',
    gateway: {
      className: 'kgateway',
      controllerName: /^kgateway\.dev\//,
      parametersGroup: 'gateway.kgateway.dev',
    },
    proxyNamespace: 'gateway',
  },
  nginx: {
    name: 'NGINX Gateway Fabric',
    version: '2.6.7',
    confirmed: 'source',
    gateway: {
      className: 'nginx',
      controllerName: /^gateway\.nginx\.org\//,
      parametersGroup: 'gateway.nginx.org',
    },
    // Unless --endpoint-picker-disable-tls is given.
    pickerTransport: 'unverified',
    // It takes nothing but the destination from the picker.
    dropsPickerBody: true,
  },
};

/** A Gateway of a product that is not known: nothing is held against it. */
export const UNKNOWN_GATEWAY: GatewayProduct = { name: 'this Gateway', confirmed: 'docs' };
