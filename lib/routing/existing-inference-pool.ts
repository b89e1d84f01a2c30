import { Construct } from 'constructs';
import { Validation } from '../app/validation';
import { Release } from '../catalogue/endpoint-picker/release';
import { type EndpointPickerTransport, transport } from '../endpoint-picker/transport';
import { namespaceOf } from '../kubernetes/namespace';
import type { IModelServer } from '../model-server/model-server-contract';
import { checkedName, checkedServiceName } from '../names';
import { FailureMode, type IInferencePool, poolReference } from './inference-pool-contract';
import { checkedTargetPorts, DEFAULT_TARGET_PORTS } from './target-ports';
import { labels } from '../kubernetes/option-checks';
import { type Checks, checkedOptions } from '../options/check';
import { anyNumber, anyText, listOf, member, release } from '../options/checks';

/** What is known of an InferencePool that exists already. */
export interface ExistingPoolOptions {
  /**
   * Namespace of the pool.
   * @default - the chart's, else `default`
   */
  readonly namespace?: string;
  /**
   * Release of its endpoint picker.
   * @default Release.LLM_D_ROUTER_V0_10_0
   */
  readonly release?: Release;
  /**
   * Labels that select the pool's pods. `DataPlane.envoyGateway` needs them.
   * @default - not known
   */
  readonly podSelector?: { readonly [key: string]: string };
  /**
   * Ports of the pods' HTTP API.
   * @default [8000]
   */
  readonly targetPorts?: number[];
  /**
   * Name of the endpoint picker's Service.
   * @default - `<name>-epp`
   */
  readonly endpointPickerName?: string;
  /**
   * How proxies reach the endpoint picker.
   * @default - TLS, and no sidecar
   */
  readonly transport?: EndpointPickerTransport;
  /**
   * What the proxy does while the endpoint picker does not answer.
   * @default FailureMode.FAIL_CLOSE
   */
  readonly failureMode?: FailureMode;
}

const CHECKS: Checks<ExistingPoolOptions> = {
  namespace: anyText,
  release,
  podSelector: labels,
  targetPorts: listOf(anyNumber),
  endpointPickerName: anyText,
  transport,
  failureMode: member(FailureMode),
};

/** An InferencePool that this construct does not make: `InferencePool.fromPoolName`. */
export class ExistingInferencePool extends Construct implements IInferencePool {
  readonly name: string;
  readonly namespace: string;
  readonly release: Release;
  readonly podSelector: { readonly [key: string]: string };
  readonly targetPorts: number[];
  readonly endpointPickerName: string;
  readonly transport: EndpointPickerTransport;
  readonly failureMode: FailureMode;
  readonly modelServers: IModelServer[] = [];

  constructor(scope: Construct, id: string, name: string, options: ExistingPoolOptions) {
    super(scope, id);
    checkedOptions(this, options, CHECKS);
    this.name = checkedName(this, name);
    this.namespace = namespaceOf(this, options.namespace);
    this.release = options.release ?? Release.DEFAULT;
    this.podSelector = { ...options.podSelector };
    this.targetPorts = checkedTargetPorts(this, options.targetPorts ?? DEFAULT_TARGET_PORTS);
    this.endpointPickerName = checkedServiceName(this, options.endpointPickerName ?? `${name}-epp`);
    this.transport = options.transport ?? { tls: true };
    this.failureMode = options.failureMode ?? FailureMode.FAIL_CLOSE;

    const { group, kind } = poolReference(this);
    const { namespace } = this;
    Validation.outside(this, { apiVersion: `${group}/v1`, kind, namespace, name });
    Validation.outside(this, { apiVersion: 'v1', kind: 'Service', namespace, name: this.endpointPickerName });
  }
}
