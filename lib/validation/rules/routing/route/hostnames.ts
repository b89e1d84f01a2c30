import type { Resource } from '../../../../api-server/resource';

/** Whether a listener and a route have a hostname in common. Without one, each takes all. */
export function meets({ hostname }: any, { object }: Resource): boolean {
  const own: string[] = object.spec?.hostnames ?? [];
  return !hostname || own.length === 0 || own.some((name) => intersect(name, hostname));
}

function intersect(one: string, other: string): boolean {
  return one === other || covers(one, other) || covers(other, one);
}

/** `*.example.com` covers `a.example.com`, `a.b.example.com` and `*.b.example.com`, and not `example.com`. */
function covers(pattern: string, name: string): boolean {
  return pattern.startsWith('*.') && name.endsWith(pattern.slice(1));
}
