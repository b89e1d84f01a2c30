import type { ResourceQuantities } from '../kubernetes/resources';
import { amounts, imageReference } from '../kubernetes/option-checks';
import { anyText, boolean, listOf, mapOf, optionsOf, required, text, whole } from '../options/checks';

/** How proxies reach the endpoint picker. A data plane decides it, since each proxy supports one way only. */
export interface EndpointPickerTransport {
  /** Whether the ext-proc port serves TLS. The certificate is self-signed and proxies do not verify it. */
  readonly tls: boolean;
  /**
   * A proxy in the endpoint picker's own pod.
   * @default - none
   */
  readonly sidecar?: EndpointPickerSidecar;
}

/** A proxy that runs beside the endpoint picker, in its pod and behind its Service. */
export interface EndpointPickerSidecar {
  /** Name of the container. */
  readonly name: string;
  /** Image with its tag. */
  readonly image: string;
  /** Arguments of the container. */
  readonly args: string[];
  /** Contents of the files in `configPath`, by name. */
  readonly files: { readonly [name: string]: string };
  /** Directory of the files. */
  readonly configPath: string;
  /** Port of the container that takes traffic. */
  readonly port: number;
  /** Port of the endpoint picker's Service that leads to `port`. */
  readonly servicePort: number;
  /** Port of the readiness check. */
  readonly readyPort: number;
  /** Path of the readiness check. */
  readonly readyPath: string;
  /**
   * Path at `readyPort` that begins the proxy's drain, and answers when it is over. The containers of the pod run until then.
   * @default - the proxy gets SIGTERM at once
   */
  readonly drainPath?: string;
  /** Requests and limits. */
  readonly resources: ResourceQuantities;
}

const port = required(whole(1, 65535));

const sidecar = optionsOf<EndpointPickerSidecar>({
  name: required(text),
  image: required(imageReference),
  args: required(listOf(anyText)),
  files: required(mapOf(anyText)),
  configPath: required(text),
  port,
  servicePort: port,
  readyPort: port,
  readyPath: required(text),
  drainPath: text,
  resources: required(optionsOf<ResourceQuantities>({ requests: amounts, limits: amounts })),
});

/** Checks an `EndpointPickerTransport`. */
export const transport = optionsOf<EndpointPickerTransport>({ tls: required(boolean), sidecar });
