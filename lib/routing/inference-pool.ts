import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { EndpointPicker, type EndpointPickerOptions } from '../endpoint-picker/endpoint-picker';
import { EXT_PROC_PORT } from '../endpoint-picker/ports';
import type { EndpointPickerTransport } from '../endpoint-picker/transport';
import { refuse, show } from '../errors';
import type { ModelServer } from '../model-server/model-server';
import { checkedLabels, checkedName, checkedServiceName } from '../names';
import { type Range, checkedNumber } from '../numbers';
import { Release } from '../catalogue/endpoint-picker/release';
import { recommendedLabels } from '../kubernetes/labels';
import { namespaceOf } from '../kubernetes/namespace';
import { kubeObject } from '../kubernetes/objects';
import { Validation } from '../app/validation';
import { agreedPort, agreedNamespace } from './members';

/** What a proxy does while the endpoint picker does not answer. */
export enum FailureMode {
  /** Requests fail with 5xx. */
  FAIL_CLOSE = 'FailClose',
  /** The proxy picks a pod by itself. Not every data plane can. */
  FAIL_OPEN = 'FailOpen',
}

/** Pods that exist already, or are made elsewhere. */
export interface ExistingPods {
  /** Labels that select them. */
  readonly labels: { readonly [key: string]: string };
  /** Port of their HTTP API. */
  readonly port: number;
}

/** Properties of an inference pool that do not depend on where it stands. */
export interface InferencePoolOptions {
  /**
   * Labels by which the pool selects pods. Our model servers get them on their pods.
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

/** Properties of `InferencePool`. */
export interface InferencePoolProps extends InferencePoolOptions {
  /**
   * Model servers of the pool, all in its namespace and on one port. Either these or `existingPods`.
   * @default - none
   */
  readonly modelServers?: ModelServer[];
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

const POD_PORT: Range = {
  code: 'LLMD-POD-PORT',
  what: 'existingPods.port',
  min: 1,
  max: 65535,
  expected: 'a whole number from 1 to 65535',
  remedy: "pass the container port of the pods' HTTP API",
};

/** Model server pods that one endpoint picker picks from. The pool makes its picker. */
export class InferencePool extends Construct {
  /** The InferencePool. */
  readonly apiObject: ApiObject;
  /** The endpoint picker of this pool. */
  readonly endpointPicker: EndpointPicker;
  /** Name of the InferencePool. */
  readonly name: string;
  /** Namespace of all objects. */
  readonly namespace: string;
  /** The model servers of this app that belong to the pool. */
  readonly modelServers: ModelServer[];
  /** Labels that select the pool's pods. */
  readonly podSelector: { readonly [key: string]: string };
  /** Port of the pods' HTTP API. */
  readonly targetPort: number;
  /** How proxies reach the endpoint picker. */
  readonly transport: EndpointPickerTransport;
  /** Release of the endpoint picker. */
  readonly release: Release;
  /** What the proxy does while the endpoint picker does not answer. */
  readonly failureMode: FailureMode;

  constructor(scope: Construct, id: string, props: InferencePoolProps) {
    super(scope, id);
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
        code: 'LLMD-POOL-SELECTOR',
        got: 'a podSelector beside existingPods',
        expected: 'the labels of existingPods alone',
        remedy: 'leave podSelector out',
      });
    }
    this.name = checkedName(this, props.name ?? id);
    // Checked here, where the remedy is: the picker's name derives from the pool's.
    const pickerName = checkedServiceName(this, `${this.name}-epp`);
    this.namespace = agreedNamespace(this, servers, props.namespace) ?? namespaceOf(this, props.namespace);
    this.refuseTakenName(servers, pickerName);
    if (existing) Validation._expect(this, 'LLMD-POOL-NO-PODS', 'its pods exist already, or are made elsewhere');
    this.targetPort = existing ? checkedNumber(this, existing.port, POD_PORT) : agreedPort(this, servers);
    this.podSelector = this.selector(existing?.labels ?? props.podSelector ?? defaultSelector(this.name));
    servers.forEach((server) => server.addPodLabels(this.podSelector));
    this.transport = props.transport ?? { tls: true };
    this.release = props.release ?? Release.DEFAULT;
    this.failureMode = props.failureMode ?? FailureMode.FAIL_CLOSE;

    this.endpointPicker = new EndpointPicker(this, 'epp', {
      ...props.endpointPicker,
      name: pickerName,
      namespace: this.namespace,
      poolName: this.name,
      release: this.release,
      transport: this.transport,
      modelServerGraceSeconds: Math.max(0, ...servers.map(({ gracePeriodSeconds }) => gracePeriodSeconds)),
    });

    this.apiObject = kubeObject(
      this,
      'pool',
      'inference.networking.k8s.io/v1/InferencePool',
      { name: this.name, namespace: this.namespace, labels: this.labels() },
      {
        spec: {
          selector: { matchLabels: this.podSelector },
          targetPorts: [{ number: this.targetPort }],
          endpointPickerRef: {
            name: this.endpointPicker.name,
            port: { number: EXT_PROC_PORT },
            failureMode: this.failureMode,
          },
        },
      },
    );
  }

  /** How other objects refer to the pool. @internal */
  get _reference(): { group: string; kind: string; name: string } {
    return { group: this.apiObject.apiGroup, kind: this.apiObject.kind, name: this.name };
  }

  private refuseTakenName(servers: readonly ModelServer[], pickerName: string): void {
    if (servers.some(({ name }) => name === pickerName)) {
      refuse(this, {
        code: 'LLMD-POOL-NAME',
        got: `a model server called ${pickerName}`,
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
    return checkedLabels(this, labels);
  }

  private labels(): { [key: string]: string } {
    return recommendedLabels(this, { app: 'inference-pool', instance: this.name, component: 'routing' });
  }
}

function defaultSelector(pool: string): { [key: string]: string } {
  return { 'llm-d.ai/inference-serving': 'true', 'llm-d.ai/inference-pool': pool };
}
