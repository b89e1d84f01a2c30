import type { Checks } from '../../options/check';
import { boolean, whole } from '../../options/checks';

/** How vLLM spreads a model over accelerators. */
export interface VllmParallelOptions {
  /**
   * Accelerators over which each layer is spread: `--tensor-parallel-size`.
   * @default - all accelerators of the replica, divided by pipelineParallelSize and dataParallelSize
   */
  readonly tensorParallelSize?: number;
  /**
   * Stages into which the layers are divided: `--pipeline-parallel-size`.
   * @default 1
   */
  readonly pipelineParallelSize?: number;
  /**
   * Copies of the model in one replica, each with its own accelerators: `--data-parallel-size`. For a mixture-of-experts
   * model with `enableExpertParallel` they share the experts; for any other model, more replicas do the same.
   * @default 1
   */
  readonly dataParallelSize?: number;
  /**
   * Whether each data-parallel rank listens on a port of its own, so that the endpoint picker chooses among them:
   * `--data-parallel-multi-port-external-lb`, for mixture-of-experts models and since vLLM 0.22. Otherwise vLLM itself
   * spreads the requests of one port over its ranks.
   * @default false
   */
  readonly dataParallelMultiPortExternalLb?: boolean;
  /**
   * Whether experts are spread over the accelerators, and not each of them cut: `--enable-expert-parallel`.
   * @default false
   */
  readonly enableExpertParallel?: boolean;
}

/** Checks of `VllmParallelOptions`. */
export const PARALLEL_CHECKS: Checks<VllmParallelOptions> = {
  tensorParallelSize: whole(1),
  pipelineParallelSize: whole(1),
  dataParallelSize: whole(1),
  dataParallelMultiPortExternalLb: boolean,
  enableExpertParallel: boolean,
};
