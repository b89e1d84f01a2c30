import { grouped } from '../../../../text/grouped';
import { isSelection, type Reference } from '../../../references/reference';
import { references } from '../../../references/references';
import { type Identity, keyOf, type Resource } from '../../../../api-server/resource';
import type { ResourceSet } from '../../../resource-set';
import type { GatewayId } from '../../../../catalogue/gateways/product';
import { providerOf } from '../../../facts/gateway-providers';
import { routes } from '../routes';

/** A backend of a route's rule. */
export interface Backend {
  readonly route: Resource;
  /** Position of the rule. */
  readonly rule: number;
  readonly reference: Reference;
  readonly to: Identity;
  /** The backendRef itself. */
  readonly ref: any;
}

/** A rule of a route, with its backends. */
export interface RouteRule {
  readonly route: Resource;
  readonly index: number;
  readonly rule: any;
  readonly backends: readonly Backend[];
  /** The products that make the proxies of its Gateways, as far as they are known. */
  readonly providers: readonly GatewayId[];
}

/** Every rule of every route of Gateway API. */
export function routeRules(set: ResourceSet): readonly RouteRule[] {
  return routes(set).flatMap((route) =>
    (route.object.spec?.rules ?? []).map((rule: any, index: number): RouteRule => {
      const backends = set.view(backendsByRoute).get(route) ?? [];
      const providers = set.view(providersByRoute).get(route) ?? [];
      return {
        route,
        index,
        rule,
        backends: backends.filter((backend) => backend.rule === index),
        providers: providers.map(({ provider }) => provider),
      };
    }),
  );
}

/** Whether a backend is an InferencePool. */
export function isPool({ to }: Backend): boolean {
  return to.kind === 'InferencePool';
}

/** Backends of rules; what a filter mirrors to is none. */
function backendsByRoute(set: ResourceSet): ReadonlyMap<Resource, readonly Backend[]> {
  const backends = set.view(references).flatMap((reference): Backend[] => {
    const { from: route, relation, to, path } = reference;
    const [, rules, rule, field] = path;
    if (relation !== 'backendRef' || isSelection(to) || path.length !== 6) return [];
    if (rules !== 'rules' || field !== 'backendRefs') return [];
    const ref = path.slice(0, -1).reduce<any>((value, step) => value[step], route.object);
    return [{ route, rule: Number(rule), reference, to, ref }];
  });
  return grouped(backends, ({ route }) => route);
}

function providersByRoute(set: ResourceSet) {
  const found = set.view(references).flatMap(({ from: route, relation, to }) => {
    const gateway = relation !== 'parentRef' || isSelection(to) ? undefined : set.find(to);
    const provider = gateway && providerOf(set, gateway);
    return provider === undefined ? [] : { route, provider };
  });
  return grouped(found, ({ route }) => route);
}

/** The products whose Gateways lead to a pool. */
export function providersByPool(set: ResourceSet): ReadonlyMap<string, readonly GatewayId[]> {
  const index = new Map<string, readonly GatewayId[]>();
  for (const { backends, providers } of set.view(routeRules)) {
    for (const { to } of backends.filter(isPool)) {
      index.set(keyOf(to), [...new Set([...(index.get(keyOf(to)) ?? []), ...providers])]);
    }
  }
  return index;
}
