import { refuse, show } from '../../errors';
import type { ReleaseData } from './data';
import { gaieV140, gaieV150 } from './gaie';
import { llmdRouterV0100 } from './llm-d-router-v0.10.0';

/**
 * A release of the endpoint picker. It decides everything that changed its name between releases: image, API groups,
 * configuration version, metric names.
 */
export class Release {
  /** llm-d-router v0.10.0 (2026-08-17): rewrites and objectives in `llm-d.ai`. The default. */
  static readonly LLM_D_ROUTER_V0_10_0 = new Release(llmdRouterV0100);

  /** Gateway API Inference Extension v1.5.0 (2026-04-18): rewrites and objectives in `inference.networking.x-k8s.io`. */
  static readonly GAIE_V1_5_0 = new Release(gaieV150);

  /** Gateway API Inference Extension v1.4.0 (2026-03-19), the release of the six guides. */
  static readonly GAIE_V1_4_0 = new Release(gaieV140);

  /** The release where none is given. */
  static readonly DEFAULT = Release.LLM_D_ROUTER_V0_10_0;

  /** Every release that this library knows, newest first. */
  static all(): Release[] {
    return [Release.LLM_D_ROUTER_V0_10_0, Release.GAIE_V1_5_0, Release.GAIE_V1_4_0];
  }

  /** The release with this id, for example `gaie-v1.5.0`. Throws when there is none. */
  static of(id: string): Release {
    return (
      Release.all().find((release) => release.id === id) ??
      refuse('Release.of', {
        code: 'LLMD-RELEASE',
        got: show(id),
        expected: `one of ${Release.all()
          .map((release) => release.id)
          .join(', ')}`,
        remedy: 'use one of these releases',
      })
    );
  }

  /** For example `llm-d-router-v0.10.0`. */
  readonly id: string;

  private constructor(private readonly data: ReleaseData) {
    this.id = data.id;
  }

  /** Image of the endpoint picker, with its tag. */
  get endpointPickerImage(): string {
    return this.data.endpointPickerImage;
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
    return this.data.configApiVersion;
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
