import type { ContainerResources } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { refuse } from '../errors';
import { nanos } from '../text/quantity';

/** Requests and limits of a container by the names of the resources, for example `cpu`, `memory` or `nvidia.com/gpu`. */
export interface ResourceQuantities {
  /**
   * What is reserved on a node, for example `{ cpu: '500m', memory: '1Gi' }`.
   * @default - nothing
   */
  readonly requests?: { readonly [resource: string]: string };
  /**
   * The most that the container may use.
   * @default - no limit
   */
  readonly limits?: { readonly [resource: string]: string };
}

type Amounts = { readonly [resource: string]: string };

/**
 * The default resources with those that a user sets. Where a user sets only the request or only the limit, the default
 * of the other is moved to it if need be: the API server refuses a request above its limit.
 */
export function resourcesOr(
  scope: Construct,
  defaults: ResourceQuantities,
  own: ContainerResources = {},
): ResourceQuantities {
  const wanted = { requests: amounts(own, 'request'), limits: amounts(own, 'limit') };
  const requests: { [resource: string]: string } = { ...defaults.requests, ...wanted.requests };
  const limits: { [resource: string]: string } = { ...defaults.limits, ...wanted.limits };

  for (const [resource, limit] of Object.entries(limits)) {
    const request = requests[resource];
    if (request === undefined || (nanos(request) ?? 0n) <= (nanos(limit) ?? 0n)) continue;
    if (resource in wanted.requests && resource in wanted.limits) {
      refuse(scope, {
        code: 'LLMD-RESOURCES',
        got: `a ${resource} request of ${request} and a limit of ${limit}`,
        expected: 'a request up to the limit',
        remedy: 'lower the request or raise the limit',
      });
    }
    if (resource in wanted.limits) requests[resource] = limit;
    else limits[resource] = request;
  }
  // An empty map is not stored, so kubectl would see a difference on every apply.
  return {
    ...(Object.keys(requests).length > 0 && { requests }),
    ...(Object.keys(limits).length > 0 && { limits }),
  };
}

function amounts(own: ContainerResources, part: 'request' | 'limit'): Amounts {
  return {
    ...(own.cpu?.[part] && { cpu: own.cpu[part].amount }),
    ...(own.memory?.[part] && { memory: own.memory[part].asString() }),
    ...(own.ephemeralStorage?.[part] && { 'ephemeral-storage': own.ephemeralStorage[part].asString() }),
  };
}
