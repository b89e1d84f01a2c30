import type { ContainerResources } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { refuse } from '../errors';
import { isQualifiedName } from '../names';
import { NANOS, nanos } from '../text/quantity';
import { show } from '../text/wording';

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

/** Resources that `PodOptions.resources` has typed options for. */
const TYPED = ['cpu', 'memory', 'ephemeral-storage'];

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

/**
 * Resources with limits for resources of other names: extended ones, for example of a device plugin, which have a prefix
 * and are counted, and huge pages.
 */
export function withExtraResources(
  scope: Construct,
  resources: ResourceQuantities,
  extra: Amounts = {},
): ResourceQuantities {
  for (const [name, quantity] of Object.entries(extra)) {
    const present = resources.limits?.[name] ?? resources.requests?.[name];
    const isPages = /^hugepages-[0-9]/.test(name);
    if (TYPED.includes(name) || !isQualifiedName(name) || !(isPages || name.includes('/'))) {
      refuse(scope, {
        code: 'LLMD-RESOURCE-NAME',
        got: `the resource ${show(name)}`,
        expected: 'the name of an extended resource with its prefix, for example nvidia.com/gpu, or hugepages-<size>',
        remedy: TYPED.includes(name) ? 'pass it in `resources`' : 'copy the name from the capacity of a node',
      });
    }
    const amount = typeof quantity === 'string' ? nanos(quantity) : undefined;
    if (amount === undefined || amount <= 0n || (!isPages && amount % NANOS !== 0n)) {
      refuse(scope, {
        code: 'LLMD-RESOURCE-QUANTITY',
        got: `${show(quantity)} of ${name}`,
        expected: isPages
          ? "a quantity above 0, for example '2Gi'"
          : "a whole number above 0 in quotes, for example '1'",
        remedy: 'pass such a quantity, or leave the resource out',
      });
    }
    if (present !== undefined && present !== quantity) {
      refuse(scope, {
        code: 'LLMD-RESOURCE-TAKEN',
        got: `${quantity} of ${name}`,
        expected: `${present}, which the workload has already`,
        remedy: 'leave it out of extraResources; the accelerator of an engine decides its number',
      });
    }
  }
  return Object.keys(extra).length > 0 ? { ...resources, limits: { ...resources.limits, ...extra } } : resources;
}

function amounts(own: ContainerResources, part: 'request' | 'limit'): Amounts {
  return {
    ...(own.cpu?.[part] && { cpu: own.cpu[part].amount }),
    ...(own.memory?.[part] && { memory: own.memory[part].asString() }),
    ...(own.ephemeralStorage?.[part] && { 'ephemeral-storage': own.ephemeralStorage[part].asString() }),
  };
}
