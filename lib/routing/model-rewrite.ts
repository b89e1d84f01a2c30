import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { refuse, show } from '../errors';
import { checkedName } from '../names';
import { recommendedLabels } from '../kubernetes/labels';
import { modelObject } from '../kubernetes/objects';
import type { InferencePool } from './inference-pool';

/** A model that requests are sent to. */
export interface RewriteTarget {
  /** Name under which the model servers serve it, or the name of a LoRA adapter. */
  readonly model: string;
  /**
   * Share of the requests, 1 to 1,000,000, in relation to the other targets of the rule.
   * @default - all targets of the rule get the same share
   */
  readonly weight?: number;
}

/** What happens to requests for some model names. */
export interface RewriteRule {
  /**
   * Names that clients ask for, compared letter by letter.
   * @default - every name that no other rule matches
   */
  readonly models?: string[];
  /** Where these requests go. */
  readonly targets: RewriteTarget[];
}

/** Properties of `ModelRewrite`. */
export interface ModelRewriteProps {
  /** The pool that answers. A pool has one ModelRewrite at the most. */
  readonly pool: InferencePool;
  /** At least one rule. Exact names win over the rule without names. */
  readonly rules: RewriteRule[];
  /**
   * Name of the InferenceModelRewrite.
   * @default - the construct's id
   */
  readonly name?: string;
}

const POOLS_WITH_REWRITE = new WeakMap<InferencePool, ModelRewrite>();

/** Model aliases and traffic splits of a pool: an InferenceModelRewrite in the API group of the pool's release. */
export class ModelRewrite extends Construct {
  /** The InferenceModelRewrite. */
  readonly apiObject: ApiObject;
  /** Name of the InferenceModelRewrite. */
  readonly name: string;

  constructor(scope: Construct, id: string, props: ModelRewriteProps) {
    super(scope, id);
    this.name = checkedName(this, props.name ?? id);
    this.refuseSecond(props.pool);
    this.refuseBadRules(props.rules);

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
          // The EPP ignores a rewrite whose group or name is not its pool's, without a word.
          poolRef: props.pool._reference,
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

  /** Between two objects made in the same second, which `kubectl apply` does, the EPP's order is undefined. */
  private refuseSecond(pool: InferencePool): void {
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

  private refuseBadRules(rules: readonly RewriteRule[]): void {
    const wrong = (got: string, expected: string, remedy: string) =>
      refuse(this, { code: 'LLMD-REWRITE-RULES', got, expected, remedy });

    if (rules.length === 0) {
      wrong('no rules', 'at least one', 'add a rule');
    }
    const names = rules.flatMap(({ models }) => models ?? []);
    const twice = names.find((name, index) => names.indexOf(name) < index);
    if (twice !== undefined) {
      wrong(
        `the model ${show(twice)} in two places`,
        'each name once',
        'remove one of them: only the first would count',
      );
    }
    if (rules.filter(({ models }) => models === undefined).length > 1) {
      wrong('two rules without models', 'one at the most', 'merge them: only the first would count');
    }
    if (rules.some(({ models }) => models?.length === 0) || names.includes('')) {
      wrong('an empty list or name in models', 'names', 'leave models out to match every name');
    }
    rules.forEach(({ targets }) => this.refuseBadTargets(targets));
  }

  private refuseBadTargets(targets: readonly RewriteTarget[]): void {
    const wrong = (expected: string, remedy: string) =>
      refuse(this, { code: 'LLMD-REWRITE-TARGETS', got: show(targets), expected, remedy });

    if (targets.length === 0 || targets.some(({ model }) => model === '')) {
      wrong('at least one target with a model name', 'name a model that the pool serves');
    }
    const weights = targets.flatMap(({ weight }) => weight ?? []);
    if (weights.length > 0 && weights.length < targets.length) {
      wrong('a weight on every target or on none', 'add the missing weights: the EPP would never pick those targets');
    }
    if (weights.some((weight) => !Number.isInteger(weight) || weight < 1 || weight > 1_000_000)) {
      wrong('whole weights from 1 to 1,000,000', 'leave out the target that shall get nothing');
    }
  }
}
