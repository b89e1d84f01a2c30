import type { ContainerResources } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { ResourceRequirements } from '../../imports/k8s';
import { refuse } from '../errors';

type Amounts = { readonly [resource: string]: string };

/**
 * The resources that a user wants over the ones that we set. Where only one half of a pair is wanted, the other half
 * follows it: the API server refuses a request above its limit.
 */
export function resourcesOr(
  scope: Construct,
  defaults: ResourceRequirements,
  own: ContainerResources = {},
): ResourceRequirements {
  const wanted = { requests: amounts(own, 'request'), limits: amounts(own, 'limit') };
  const requests: { [resource: string]: string } = { ...(defaults.requests as Amounts), ...wanted.requests };
  const limits: { [resource: string]: string } = { ...(defaults.limits as Amounts), ...wanted.limits };

  for (const [resource, limit] of Object.entries(limits)) {
    const request = requests[resource];
    if (request === undefined || quantity(request) <= quantity(limit)) continue;
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

const UNITS: { readonly [suffix: string]: number } = {
  m: 1e-3,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

/** The quantities that `Cpu`, `Size` and our defaults write: a number and one of these suffixes. */
function quantity(text: string): number {
  const suffix = /[A-Za-z]*$/.exec(text)?.[0] ?? '';
  return parseFloat(text) * (UNITS[suffix] ?? 1);
}
