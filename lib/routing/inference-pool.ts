import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { POOL_API_VERSION } from '../catalogue/api-groups';
import {
  ENDPOINT_PICKER_OPTION_CHECKS,
  EndpointPicker,
  type EndpointPickerOptions,
} from '../endpoint-picker/endpoint-picker';
import { EXT_PROC_PORT } from '../catalogue/endpoint-picker/ports';
import { type EndpointPickerTransport, transport } from '../endpoint-picker/transport';
import { refuse } from '../errors';
import { show } from '../text/wording';
import type { IModelServer } from '../model-server/model-server-contract';
import { checkedName, checkedServiceName } from '../names';
import { Release } from '../catalogue/endpoint-picker/release';
import { recommendedLabels } from '../kubernetes/labels';
import { METADATA_CHECKS, type MetadataOptions, putMetadata } from '../kubernetes/metadata';
import { namespaceOf } from '../kubernetes/namespace';
import { kubeObject } from '../kubernetes/objects';
import { Validation } from '../app/validation';
import { ExistingInferencePool, type ExistingPoolOptions } from './existing-inference-pool';
import { InferenceObjective, type InferenceObjectiveOptions } from './inference-objective';
import { FailureMode, type IInferencePool } from './inference-pool-contract';
import { agreedNamespace, agreedPorts } from './members';
import { ModelRewrite, type ModelRewriteOptions } from './model-rewrite';
import { checkedTargetPorts, DEFAULT_TARGET_PORTS } from './target-ports';
import { labels } from '../kubernetes/option-checks';
import { type Checks, checkedOptions } from '../options/check';
import { anyNumber, anyText, having, listOf, member, optionsOf, release, required } from '../options/checks';

/** Pods that exist already, or that this app does not make with a model server. */
export interface ExistingPods {
  /** Labels that select them. */
  readonly labels: { readonly [key: string]: string };
  /**
   * Ports of their HTTP API, 1 to 8. Each port of each pod is an endpoint of its own: one for each data-parallel rank.
   * @default [8000]
   */
  readonly targetPorts?: number[];
}

/** What a user may decide about an inference pool, in a stack too. */
export interface InferencePoolOptions {
  /**
   * Labels by which the pool selects pods. The pods of `modelServers` get them.
   * @default - `llm-d.ai/inference-serving: "true"` and `llm-d.ai/inference-pool: <name>`
   */
  readonly podSelector?: { readonly [key: string]: string };
  /**
   * The endpoint picker.
   * @default - the release's, with the default scorers
   */
  readonly endpointPicker?: EndpointPickerOptions;
  /**
   * Release of the endpoint picker.
   * @default Release.LLM_D_ROUTER_V0_10_0
   */
  readonly release?: Release;
  /**
   * What the proxy does while the endpoint picker does not answer.
   * @default FailureMode.FAIL_CLOSE
   */
  readonly failureMode?: FailureMode;
}

/** Checks of `InferencePoolOptions`. */
export const INFERENCE_POOL_OPTION_CHECKS: Checks<InferencePoolOptions> = {
  podSelector: labels,
  endpointPicker: optionsOf(ENDPOINT_PICKER_OPTION_CHECKS),
  release,
  failureMode: member(FailureMode),
};

/** Properties of `InferencePool`. */
export interface InferencePoolProps extends InferencePoolOptions, MetadataOptions {
  /**
   * Model servers of the pool, all in its namespace and on the same ports. Either these or `existingPods`.
   * @default - none
   */
  readonly modelServers?: IModelServer[];
  /**
   * Pods that this app does not make. Either these or `modelServers`.
   * @default - none
   */
  readonly existingPods?: ExistingPods;
  /**
   * How proxies reach the endpoint picker: the `transport` of the data plane.
   * @default - TLS, and no sidecar
   */
  readonly transport?: EndpointPickerTransport;
  /**
   * Name of the pool. Its endpoint picker is called `<name>-epp`.
   * @default - the construct's id
   */
  readonly name?: string;
  /**
   * Namespace.
   * @default - the model servers', else the chart's, else `default`
   */
  readonly namespace?: string;
}

const CHECKS: Checks<InferencePoolProps> = {
  ...INFERENCE_POOL_OPTION_CHECKS,
  ...METADATA_CHECKS,
  modelServers: listOf(having('a model server, for example a ModelServer', 'ports', 'addPodLabels')),
  existingPods: optionsOf<ExistingPods>({ labels: required(labels), targetPorts: listOf(anyNumber) }),
  transport,
  name: anyText,
  namespace: anyText,
};

/** An InferencePool, the model server pods among which an endpoint picker chooses, with that endpoint picker. */
export class InferencePool extends Construct implements IInferencePool {
  /** Names an InferencePool that exists already, for example one that llm-d's charts have made. */
  static fromPoolName(scope: Construct, id: string, name: string, options: ExistingPoolOptions = {}): IInferencePool {
    return new ExistingInferencePool(scope, id, name, options);
  }

  /** The InferencePool. */
  readonly apiObject: ApiObject;
  /** The endpoint picker of this pool. */
  readonly endpointPicker: EndpointPicker;
  /** Name of the InferencePool. */
  readonly name: string;
  /** Namespace of all objects. */
  readonly namespace: string;
  /** The model servers of this app that belong to the pool. */
  readonly modelServers: IModelServer[];
  /** Labels that select the pool's pods. */
  readonly podSelector: { readonly [key: string]: string };
  /** Ports of the pods' HTTP API. */
  readonly targetPorts: number[];
  /** Name of the endpoint picker's Service. */
  readonly endpointPickerName: string;
  /** How proxies reach the endpoint picker. */
  readonly transport: EndpointPickerTransport;
  /** Release of the endpoint picker. */
  readonly release: Release;
  /** What the proxy does while the endpoint picker does not answer. */
  readonly failureMode: FailureMode;

  constructor(scope: Construct, id: string, props: InferencePoolProps) {
    super(scope, id);
    checkedOptions(this, props, CHECKS);
    putMetadata(this, props);
    const servers = [...(props.modelServers ?? [])];
    this.modelServers = servers;
    const existing = props.existingPods;
    if ((servers.length === 0) === (existing === undefined)) {
      refuse(this, {
        code: 'LLMD-POOL-MEMBERS',
        got: `${servers.length} modelServers and ${existing ? '' : 'no '}existingPods`,
        expected: 'either at least one model server or existingPods',
        remedy: 'pass one of them',
      });
    }
    if (existing && props.podSelector) {
      refuse(this, {
        code: 'LLMD-POOL-SELECTOR-UNUSED',
        got: 'a podSelector beside existingPods',
        expected: 'the labels of existingPods alone',
        remedy: 'leave podSelector out',
      });
    }
    this.name = checkedName(this, props.name ?? id);
    // Checked here, since it derives from the pool's name, which the user must change.
    this.endpointPickerName = checkedServiceName(this, `${this.name}-epp`);
    this.namespace = agreedNamespace(this, servers, props.namespace) ?? namespaceOf(this, props.namespace);
    this.refuseTakenName();
    if (existing) Validation._expect(this, 'LLMD-POOL-NO-PODS', 'its pods exist already, or are made elsewhere');
    this.targetPorts = checkedTargetPorts(
      this,
      existing ? (existing.targetPorts ?? DEFAULT_TARGET_PORTS) : agreedPorts(this, servers),
    );
    this.podSelector = this.selector(existing?.labels ?? props.podSelector ?? defaultSelector(this.name));
    servers.forEach((server) => server.addPodLabels(this.podSelector));
    this.transport = props.transport ?? { tls: true };
    this.release = props.release ?? Release.DEFAULT;
    this.failureMode = props.failureMode ?? FailureMode.FAIL_CLOSE;

    this.endpointPicker = new EndpointPicker(this, 'epp', {
      ...props.endpointPicker,
      name: this.endpointPickerName,
      namespace: this.namespace,
      poolName: this.name,
      release: this.release,
      transport: this.transport,
      modelServerGraceSeconds: Math.max(0, ...servers.map(({ gracePeriodSeconds }) => gracePeriodSeconds)),
    });

    this.apiObject = kubeObject(
      this,
      'pool',
      `${POOL_API_VERSION}/InferencePool`,
      { name: this.name, namespace: this.namespace, labels: this.labels() },
      {
        spec: {
          selector: { matchLabels: this.podSelector },
          targetPorts: this.targetPorts.map((number) => ({ number })),
          endpointPickerRef: {
            name: this.endpointPickerName,
            port: { number: EXT_PROC_PORT },
            failureMode: this.failureMode,
          },
        },
      },
    );
  }

  /** Adds model aliases and traffic splits. A pool has one ModelRewrite at the most. */
  addRewrite(id: string, options: ModelRewriteOptions): ModelRewrite {
    return new ModelRewrite(this, id, { ...options, pool: this });
  }

  /** Adds a priority that requests can ask for. */
  addObjective(id: string, options: InferenceObjectiveOptions): InferenceObjective {
    return new InferenceObjective(this, id, { ...options, pool: this });
  }

  private refuseTakenName(): void {
    if (this.modelServers.some(({ name }) => name === this.endpointPickerName)) {
      refuse(this, {
        code: 'LLMD-POOL-NAME',
        got: `a model server called ${this.endpointPickerName}`,
        expected: 'another name: the endpoint picker gets a Deployment and a Service of this one',
        remedy: 'rename the model server or the pool',
      });
    }
  }

  private selector(labels: { readonly [key: string]: string }): { readonly [key: string]: string } {
    if (Object.keys(labels).length === 0) {
      refuse(this, {
        code: 'LLMD-POOL-SELECTOR',
        got: show(labels),
        expected: 'at least one label',
        remedy: 'name the labels of the pods, or leave podSelector out',
      });
    }
    return { ...labels };
  }

  private labels(): { [key: string]: string } {
    return recommendedLabels(this, { app: 'inference-pool', instance: this.name, component: 'routing' });
  }
}

function defaultSelector(pool: string): { [key: string]: string } {
  return { 'llm-d.ai/inference-serving': 'true', 'llm-d.ai/inference-pool': pool };
}
