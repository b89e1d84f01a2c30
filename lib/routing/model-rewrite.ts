import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { refuse } from '../errors';
import { checkedName } from '../names';
import { recommendedLabels } from '../kubernetes/labels';
import { METADATA_CHECKS, type MetadataOptions, putMetadata } from '../kubernetes/metadata';
import { modelObject } from '../kubernetes/objects';
import { type IInferencePool, inferencePool, poolReference } from './inference-pool-contract';
import { refuseBadRules, type RewriteRule, rewriteRules } from './rewrite-rules';
import { type Checks, checkedOptions } from '../options/check';
import { anyText, required } from '../options/checks';

/** What a user may decide about a rewrite. */
export interface ModelRewriteOptions extends MetadataOptions {
  /** At least one rule. Exact names win over the rule without names. */
  readonly rules: RewriteRule[];
  /**
   * Name of the InferenceModelRewrite.
   * @default - the construct's id
   */
  readonly name?: string;
}

/** Properties of `ModelRewrite`. */
export interface ModelRewriteProps extends ModelRewriteOptions {
  /** The pool that answers. A pool has one ModelRewrite at the most. */
  readonly pool: IInferencePool;
}

const CHECKS: Checks<ModelRewriteProps> = {
  ...METADATA_CHECKS,
  rules: required(rewriteRules),
  name: anyText,
  pool: required(inferencePool),
};

const POOLS_WITH_REWRITE = new WeakMap<IInferencePool, ModelRewrite>();

/** Model aliases and traffic splits of a pool: an InferenceModelRewrite in the API group of the pool's release. */
export class ModelRewrite extends Construct {
  /** The InferenceModelRewrite. */
  readonly apiObject: ApiObject;
  /** Name of the InferenceModelRewrite. */
  readonly name: string;

  constructor(scope: Construct, id: string, props: ModelRewriteProps) {
    super(scope, id);
    checkedOptions(this, props, CHECKS);
    putMetadata(this, props);
    this.name = checkedName(this, props.name ?? id);
    this.refuseSecond(props.pool);
    refuseBadRules(this, props.rules);

    this.apiObject = modelObject(
      this,
      'rewrite',
      'InferenceModelRewrite',
      props.pool.release.modelApiVersion,
      {
        name: this.name,
        namespace: props.pool.namespace,
        labels: recommendedLabels(this, { app: 'model-rewrite', instance: this.name, component: 'routing' }),
      },
      {
        spec: {
          // The endpoint picker ignores a rewrite whose group or name is not its pool's, and logs nothing.
          poolRef: poolReference(props.pool),
          rules: props.rules.map(({ models, targets }) => ({
            ...(models && { matches: models.map((value) => ({ model: { type: 'Exact' as const, value } })) }),
            targets: targets.map(({ model, weight }) => ({
              modelRewrite: model,
              ...(weight !== undefined && { weight }),
            })),
          })),
        },
      },
    );
  }

  /** The endpoint picker orders rewrites by their age in seconds, and `kubectl apply` makes all in the same second. */
  private refuseSecond(pool: IInferencePool): void {
    const first = POOLS_WITH_REWRITE.get(pool);
    if (first !== undefined) {
      refuse(this, {
        code: 'LLMD-REWRITE-SECOND',
        got: `a second ModelRewrite for the pool ${pool.name}`,
        expected: `one object for each pool; the first is ${first.node.path}`,
        remedy: 'put all rules into one ModelRewrite',
      });
    }
    POOLS_WITH_REWRITE.set(pool, this);
  }
}
