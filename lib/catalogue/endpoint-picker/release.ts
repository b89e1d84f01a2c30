import type { ReleaseData } from './release-data';
import { RELEASE_IDS, type ReleaseId } from './release-id';
import { releaseData, RELEASES } from './releases';

/**
 * A release of the endpoint picker. It decides everything that changed its name between releases: image, API groups,
 * configuration version, metric names.
 */
export class Release {
  /** llm-d-router v0.10.0 (2026-08-17): rewrites and objectives in `llm-d.ai`. The default. */
  static readonly LLM_D_ROUTER_V0_10_0 = new Release(RELEASES['llm-d-router-v0.10.0']);

  /** Gateway API Inference Extension v1.5.0 (2026-04-18): rewrites and objectives in `inference.networking.x-k8s.io`. */
  static readonly GAIE_V1_5_0 = new Release(RELEASES['gaie-v1.5.0']);

  /** Gateway API Inference Extension v1.4.0 (2026-03-19), the release of the six guides. */
  static readonly GAIE_V1_4_0 = new Release(RELEASES['gaie-v1.4.0']);

  /** The release where none is given. */
  static readonly DEFAULT = Release.LLM_D_ROUTER_V0_10_0;

  /** Every release that this library knows, newest first. */
  static all(): Release[] {
    return RELEASE_IDS.map((id) => BY_ID[id]);
  }

  /** The release with this id, for example `gaie-v1.5.0`. Throws when there is none. */
  static of(id: string): Release {
    return BY_ID[releaseData(id).id];
  }

  /** For example `llm-d-router-v0.10.0`. */
  readonly id: string;

  private constructor(private readonly data: ReleaseData) {
    this.id = data.id;
  }

  /** Image of the endpoint picker, with its tag. */
  get endpointPickerImage(): string {
    return this.data.image;
  }

  /** API group of InferenceModelRewrite and InferenceObjective. */
  get modelApiGroup(): string {
    return this.data.modelApi.group;
  }

  /** `group/version` of InferenceModelRewrite and InferenceObjective. */
  get modelApiVersion(): string {
    return `${this.data.modelApi.group}/${this.data.modelApi.version}`;
  }

  /** API groups of rewrites and objectives that the endpoint picker may watch. */
  get watchedModelGroups(): string[] {
    return [...this.data.watchedModelGroups];
  }

  /** `apiVersion` of the EndpointPickerConfig file. */
  get configApiVersion(): string {
    return this.data.config.apiVersions[0];
  }

  /** Name of the gauge that counts the pool's pods that may get requests; label `name` is the pool. */
  get readyEndpointsMetric(): string {
    return this.data.metrics.readyEndpoints;
  }

  /** Name of the counter of rewrite decisions; labels `model_rewrite_name`, `model_name`, `target_model`. */
  get rewriteDecisionsMetric(): string {
    return this.data.metrics.rewriteDecisions;
  }

  /** Name of the counter of the requests that were given to a pod; labels `model_name`, `target_model_name`. */
  get requestsMetric(): string {
    return this.data.metrics.requests;
  }

  /** Names of the metrics that must be there once a request has been served, with default plugins. */
  get promisedMetrics(): string[] {
    return [...this.data.metrics.promised];
  }
}

const BY_ID: { readonly [id in ReleaseId]: Release } = {
  'llm-d-router-v0.10.0': Release.LLM_D_ROUTER_V0_10_0,
  'gaie-v1.5.0': Release.GAIE_V1_5_0,
  'gaie-v1.4.0': Release.GAIE_V1_4_0,
};
