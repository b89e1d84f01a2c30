import { type Resource, showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';

export const ROUTE_CONFLICT: Rule = {
  code: 'LLMD-ROUTE-CONFLICT',
  severity: 'warning',
  title: 'No two rules of a Gateway match the same requests',
  why:
    'Of rules that match alike, the one of the oldest route wins, then the first by name, then the first in the ' +
    'route. The other never gets a request, and its status does not show it.',
  *check(set) {
    const seen = new Map<string, Place>();
    for (const route of set.ofKind('gateway.networking.k8s.io', 'HTTPRoute')) {
      for (const [index, rule] of (route.object.spec?.rules ?? []).entries()) {
        const keys = keysOf(route, rule);
        const first = keys.map((key) => seen.get(key)).find((place) => place !== undefined);
        for (const key of keys) if (!seen.has(key)) seen.set(key, { route, index });
        if (first === undefined) continue;
        const where = first.route === route ? `spec.rules[${first.index}]` : showResource(first.route);
        yield {
          resource: route,
          path: ['spec', 'rules', index],
          message: `the rule matches the same requests as ${where}`,
          remedy: 'match another path, header or hostname, or put the backends of both into one rule with weights',
        };
      }
    }
  },
};

interface Place {
  readonly route: Resource;
  readonly index: number;
}

/** What a rule matches: one text for each parent, hostname and match. */
function keysOf({ object, namespace: own }: Resource, { matches = [] }: any): string[] {
  const { parentRefs = [], hostnames = [] } = object.spec;
  const parents = parentRefs.map(({ group, kind, namespace = own, name, sectionName, port }: any) =>
    JSON.stringify([group, kind, namespace, name, sectionName, port]),
  );
  const conditions = (matches.length === 0 ? [{}] : matches).map(condition);
  return parents.flatMap((parent: string) =>
    (hostnames.length === 0 ? [''] : hostnames).flatMap((hostname: string) =>
      conditions.map((match: string) => [parent, hostname, match].join(' ')),
    ),
  );
}

/** A match with its defaults; the order of headers and parameters does not count, nor the case of header names. */
function condition({ path = {}, headers = [], queryParams = [], method }: any): string {
  const { type = 'PathPrefix', value = '/' } = path;
  const named = (entries: any[], nameOf: (name: string) => string) =>
    entries.map((entry) => JSON.stringify([nameOf(entry.name ?? ''), entry.type ?? 'Exact', entry.value])).sort();
  return JSON.stringify([
    type,
    value,
    method,
    named(headers, (name) => name.toLowerCase()),
    named(queryParams, (name) => name),
  ]);
}
