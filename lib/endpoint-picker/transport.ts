/** How proxies reach the endpoint picker. A data plane decides it, since each proxy speaks in one way only. */
export interface EndpointPickerTransport {
  /**
   * Whether the ext-proc port serves TLS. The certificate is self-signed and proxies do not verify it.
   */
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
  /** Files by name, to be seen in `configPath`. */
  readonly files: { readonly [name: string]: string };
  /** Directory of the files. */
  readonly configPath: string;
  /** Port where the proxy takes traffic. */
  readonly port: number;
  /** Port of the Service for it. */
  readonly servicePort: number;
  /** Port of the readiness check. */
  readonly readyPort: number;
  /** Path of the readiness check. */
  readonly readyPath: string;
  /** Requests and limits, as in YAML. */
  readonly resources: { readonly [part: string]: any };
}
