import type { ReleaseId } from '../endpoint-picker/release-id';

/** Products that carry requests to an InferencePool. `envoy` is an Envoy without a controller. */
export const GATEWAY_IDS = ['agentgateway', 'envoy', 'envoy-gateway', 'gke', 'istio', 'kgateway', 'nginx'] as const;

/** `GATEWAYS` is a record of these: a product that lacks a row does not compile. */
export type GatewayId = (typeof GATEWAY_IDS)[number];

/** What one version of a product is, and what it does with an InferencePool. What is left out is not known. */
export interface GatewayProduct {
  /** As messages name it. */
  readonly name: string;
  /** The version that the row is of. */
  readonly version?: string;
  /** How the row was confirmed: by running the product, by reading its source, by its documentation. */
  readonly confirmed: 'run' | 'source' | 'docs';
  /** How to recognise the product behind a Gateway; left out for a product that reads no Gateways. */
  readonly gateway?: GatewayNames;
  /**
   * How its proxies speak with the endpoint picker: TLS with an `unverified` certificate, `plaintext`, or as other
   * objects say (`configured`: a DestinationRule, an EnvoyExtensionPolicy, the proxy's own file).
   */
  readonly pickerTransport?: 'plaintext' | 'unverified' | 'configured';
  /**
   * What happens to completions of a pool with FailOpen while the picker is away, where that is not what FailOpen
   * says. An empty text: they fail, without more to say.
   */
  readonly ignoresFailOpen?: string;
  /** Releases whose endpoint picker it is known to work with; left out for all of them. */
  readonly releases?: readonly ReleaseId[];
  /** Whether it refuses an HTTPRoute with `timeouts`. */
  readonly refusesRouteTimeouts?: boolean;
  /** After this many seconds it cuts a response where no object says anything. */
  readonly defaultTimeoutSeconds?: number;
  /** Several pools with weights in one rule: each is asked, or only the picker of the last one. */
  readonly poolsPerRule?: 'all' | 'last';
  /** Whether pools may have more than one target port. */
  readonly severalTargetPorts?: boolean;
  /** Whether it follows a ReferenceGrant to a pool in another namespace. */
  readonly followsPoolGrants?: boolean;
  /** Whether it drops what the picker writes into the body, such as the model's name of a rewrite. */
  readonly dropsPickerBody?: boolean;
  /** Where its proxies run: in the namespace of their Gateway, or in the one of the controller. */
  readonly proxyNamespace?: 'gateway' | 'controller';
}

/** Names in Gateway and GatewayClass that belong to one product. */
export interface GatewayNames {
  /** The class that its controller or its instructions make. */
  readonly className: string;
  /** All names of such classes, where there may be several. */
  readonly classNames?: RegExp;
  /** Matches `controllerName` of its GatewayClasses. */
  readonly controllerName: RegExp;
  /** Group of the `parametersRef` that only this product reads. */
  readonly parametersGroup?: string;
}
