import type { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { dataPlane as isDataPlane, type Entry, type IDataPlane } from './gateway/data-plane-contract';
import { DataPlane } from './gateway/data-plane';
import { ModelServer } from './model-server/model-server';
import { model, MODEL_SERVER_OPTION_CHECKS, type ModelServerOptions } from './model-server/model-server-options';
import type { Model } from './model-server/model';
import { INFERENCE_POOL_OPTION_CHECKS, InferencePool, type InferencePoolOptions } from './routing/inference-pool';
import { ModelRewrite } from './routing/model-rewrite';
import { type RewriteRule, rewriteRules } from './routing/rewrite-rules';
import { constructPath, LlmdChart } from './app/chart';
import { belongsTo } from './kubernetes/labels';
import { METADATA_CHECKS, type MetadataOptions, putMetadata } from './kubernetes/metadata';
import { type Checks, checkedOptions, pickOptions } from './options/check';
import { anyText, duration, required } from './options/checks';

/** Properties of `InferenceStack`. */
export interface InferenceStackProps extends ModelServerOptions, InferencePoolOptions, MetadataOptions {
  /** The model to serve. */
  readonly model: Model;
  /**
   * The proxy in front of the pool.
   * @default DataPlane.agentgateway()
   */
  readonly dataPlane?: IDataPlane;
  /**
   * Model aliases and traffic splits.
   * @default - none: clients ask for the served names
   */
  readonly rewrites?: RewriteRule[];
  /**
   * Longest duration of a whole response. Duration.seconds(0) is no limit, which streams need.
   * @default Duration.seconds(0)
   */
  readonly requestTimeout?: Duration;
  /**
   * Name of the model server and of the pool; the other names derive from it.
   * @default - the construct's id
   */
  readonly name?: string;
  /**
   * Namespace of all objects.
   * @default - the chart's, else `default`
   */
  readonly namespace?: string;
}

const CHECKS: Checks<InferenceStackProps> = {
  ...MODEL_SERVER_OPTION_CHECKS,
  ...INFERENCE_POOL_OPTION_CHECKS,
  ...METADATA_CHECKS,
  model: required(model),
  dataPlane: isDataPlane,
  rewrites: rewriteRules,
  requestTimeout: duration,
  name: anyText,
  namespace: anyText,
};

/** The whole request path in one construct: model server, pool with its endpoint picker, rewrites and data plane. */
export class InferenceStack extends Construct {
  /** The pods that run the model. */
  readonly modelServer: ModelServer;
  /** The pool and its endpoint picker. */
  readonly pool: InferencePool;
  /** The model aliases and traffic splits, if there are any. */
  readonly rewrite?: ModelRewrite;
  /** Where clients reach the model. */
  readonly entry: Entry;

  constructor(scope: Construct, id: string, props: InferenceStackProps) {
    super(scope, id);
    const { namespace, name = id, dataPlane = DataPlane.agentgateway() } = checkedOptions(this, props, CHECKS);
    belongsTo(this, name);
    putMetadata(this, props);
    this.modelServer = new ModelServer(this, 'model-server', {
      ...pickOptions<ModelServerOptions>(props, MODEL_SERVER_OPTION_CHECKS),
      model: props.model,
      name,
      namespace,
    });
    const { imageRegistry, imagePullSecrets } = props;
    this.pool = new InferencePool(this, 'pool', {
      ...pickOptions<InferencePoolOptions>(props, INFERENCE_POOL_OPTION_CHECKS),
      endpointPicker: { imageRegistry, imagePullSecrets, ...props.endpointPicker },
      name,
      modelServers: [this.modelServer],
      transport: dataPlane.transport,
    });
    if (props.rewrites) {
      this.rewrite = new ModelRewrite(this, 'rewrite', { name, pool: this.pool, rules: props.rewrites });
    }
    this.entry = dataPlane.bind(new Construct(this, 'data-plane'), {
      pool: this.pool,
      requestTimeout: props.requestTimeout,
    });
  }
}

/** Properties of `LlmdStack`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- each class has a struct of its own for its properties.
export interface LlmdStackProps extends InferenceStackProps {}

/** A chart that holds one `InferenceStack`, and has its fields. */
export class LlmdStack extends LlmdChart {
  /** The pods that run the model. */
  readonly modelServer: ModelServer;
  /** The pool and its endpoint picker. */
  readonly pool: InferencePool;
  /** The model aliases and traffic splits, if there are any. */
  readonly rewrite?: ModelRewrite;
  /** Where clients reach the model. */
  readonly entry: Entry;

  constructor(scope: Construct, id: string, props: LlmdStackProps) {
    const { namespace, labels, annotations } = checkedOptions(constructPath(scope, id), props, CHECKS);
    super(scope, id, { namespace, labels, annotations });
    const stack = new InferenceStack(this, 'stack', { ...props, name: props.name ?? id });
    this.modelServer = stack.modelServer;
    this.pool = stack.pool;
    this.rewrite = stack.rewrite;
    this.entry = stack.entry;
  }
}
