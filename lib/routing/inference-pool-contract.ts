import { POOL_GROUP } from '../catalogue/api-groups';
import type { Release } from '../catalogue/endpoint-picker/release';
import type { EndpointPickerTransport } from '../endpoint-picker/transport';
import { having } from '../options/checks';
import type { IModelServer } from '../model-server/model-server-contract';

/** What a proxy does while the endpoint picker does not answer. */
export enum FailureMode {
  /** Requests fail with 5xx. */
  FAIL_CLOSE = 'FailClose',
  /** The proxy picks a pod by itself. Not every data plane can. */
  FAIL_OPEN = 'FailOpen',
}

/** An InferencePool, as far as rewrites, objectives and data planes need to know it. */
export interface IInferencePool {
  /** Name of the InferencePool. */
  readonly name: string;
  /** Namespace of the InferencePool and of its endpoint picker. */
  readonly namespace: string;
  /** Release of the endpoint picker. */
  readonly release: Release;
  /** Labels that select the pool's pods; empty where they are not known. */
  readonly podSelector: { readonly [key: string]: string };
  /** Ports of the pods' HTTP API. Each port of each pod is an endpoint of its own. */
  readonly targetPorts: number[];
  /** Name of the endpoint picker's Service. */
  readonly endpointPickerName: string;
  /** How proxies reach the endpoint picker. */
  readonly transport: EndpointPickerTransport;
  /** What the proxy does while the endpoint picker does not answer. */
  readonly failureMode: FailureMode;
  /** The model servers of this app that belong to the pool. */
  readonly modelServers: IModelServer[];
}

/** Checks an `IInferencePool`. */
export const inferencePool = having(
  'an InferencePool, or InferencePool.fromPoolName(…)',
  'podSelector',
  'targetPorts',
  'endpointPickerName',
  'transport',
);

/** How other objects refer to a pool. */
export function poolReference({ name }: IInferencePool): { group: string; kind: string; name: string } {
  return { group: POOL_GROUP, kind: 'InferencePool', name };
}
