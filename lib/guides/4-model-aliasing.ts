import type { Construct } from 'constructs';
import { ModelRewrite } from '../routing/model-rewrite';
import { MODEL } from './1-vllm';
import type { LlmdGuideProps } from './2-llm-d';
import { LoadDistributionGuide } from './3-load-distribution';

const CANARY = `${MODEL}-canary`;

/** Guide 4 adds an alias, and a split between two names that vLLM serves. */
export class ModelAliasingGuide extends LoadDistributionGuide {
  /** The InferenceModelRewrite `opt-stable`. */
  readonly rewrite: ModelRewrite;

  constructor(scope: Construct, id: string, props: LlmdGuideProps = {}) {
    super(scope, id, { servedModelNames: [MODEL, CANARY], ...props });
    this.rewrite = new ModelRewrite(this, 'opt-stable', {
      pool: this.pool,
      rules: [
        { models: ['opt-stable'], targets: [{ model: MODEL, weight: 100 }] },
        {
          models: ['opt-ab'],
          targets: [
            { model: MODEL, weight: 90 },
            { model: CANARY, weight: 10 },
          ],
        },
      ],
    });
  }
}
