import type { IConstruct } from 'constructs';
import { checkedReplicas } from '../numbers';
import type { IInferencePool } from '../routing/inference-pool-contract';

/** What both controllers give a proxy by default. */
const LEAST_DRAIN_SECONDS = 60;

/** Seconds for the running responses of a proxy that is replaced: no fewer than a model server of the pool has. */
export function drainSeconds({ modelServers }: IInferencePool): number {
  return Math.max(LEAST_DRAIN_SECONDS, ...modelServers.map(({ gracePeriodSeconds }) => gracePeriodSeconds));
}

/** The number of proxies, and the budget for their eviction. A single one has none, which would keep its node from draining. */
export interface ProxyReplicas {
  readonly replicas?: number;
  readonly budget?: { readonly maxUnavailable: number };
}

/** Checks a number of proxies, and adds the budget of several. */
export function proxyReplicas(scope: IConstruct, wanted: number | undefined): ProxyReplicas {
  const replicas = checkedReplicas(scope, wanted);
  if (replicas === undefined) return {};
  return { replicas, ...(replicas > 1 && { budget: { maxUnavailable: 1 } }) };
}
