/** What differs between the releases of the endpoint picker (EPP). One file per release holds one of these. */
export interface ReleaseData {
  readonly id: string;
  readonly endpointPickerImage: string;
  /** API of InferenceModelRewrite and InferenceObjective. */
  readonly modelApi: { readonly group: string; readonly version: string };
  /** Groups whose rewrites and objectives the EPP may watch. Its Role must cover all of them, or its caches never fill. */
  readonly watchedModelGroups: readonly string[];
  /** `apiVersion` of the EndpointPickerConfig file. */
  readonly configApiVersion: string;
  readonly metrics: ReleaseMetrics;
}

/** Names of the EPP's metrics, where they differ between releases. */
export interface ReleaseMetrics {
  /** Gauge with label `name` (the pool): pods that may get requests. */
  readonly readyEndpoints: string;
  /** Counter with labels `model_rewrite_name`, `model_name` and `target_model`. */
  readonly rewriteDecisions: string;
  /** Counter of the requests that were given to a pod. */
  readonly requests: string;
  /** Everything that must be there once a request has been served, with default plugins. */
  readonly promised: readonly string[];
}
