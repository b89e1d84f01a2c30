import type { PickerFlags } from './flags/flag';
import type { PluginTypes } from './plugins/plugin-type';
import type { ReleaseId } from './release-id';
import type { ObjectShape } from './shape';

/** What one release of the endpoint picker (EPP) is. Each folder that is named after a release holds one of these. */
export interface ReleaseData {
  readonly id: ReleaseId;
  /**
   * How these facts were confirmed: `run` by running the release, `source` by reading its source, `docs` by its
   * documentation.
   */
  readonly confirmed: 'run' | 'source' | 'docs';
  /** Image of the endpoint picker, with its tag. */
  readonly image: string;
  /** API of InferenceModelRewrite and InferenceObjective. */
  readonly modelApi: { readonly group: string; readonly version: string };
  /** Groups of the rewrites and objectives that the EPP watches. It is not ready until its Role covers all of them. */
  readonly watchedModelGroups: readonly string[];
  /** Whether `--endpoint-selector` can take the place of an InferencePool. */
  readonly worksWithoutPool: boolean;
  readonly config: ConfigData;
  readonly flags: PickerFlags;
  readonly plugins: PluginTypes;
  readonly metrics: ReleaseMetrics;
}

/** How a release reads its EndpointPickerConfig. */
export interface ConfigData {
  /** Values of `apiVersion`: the current one, then the deprecated ones. */
  readonly apiVersions: readonly [string, ...string[]];
  readonly schema: ObjectShape;
  /** Feature gates, and whether each is on by default. */
  readonly gates: Gates;
  /** Whether a gate may be written as `name=false`. */
  readonly gatesHaveValues: boolean;
  /** Whether a parameter that a plugin does not know is refused. */
  readonly strictParameters: boolean;
}

export interface Gates {
  readonly [gate: string]: boolean;
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
