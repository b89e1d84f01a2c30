/** What RBAC decides about: `list inference.networking.k8s.io/inferencepools in llm`, without the namespace for all. */
export function rightAsked(request: string): string {
  const [method, url] = request.split(' ');
  const { pathname } = new URL(url, 'http://api');
  const parts = /^\/(?:api|apis\/(?<group>[^/]+))\/[^/]+(?:\/namespaces\/(?<namespace>[^/]+))?\/(?<rest>.+)$/.exec(
    pathname,
  );
  if (parts === null) return `get ${pathname}`;
  const { group = '', namespace, rest } = parts.groups!;
  const [resource, name, subresource] = rest.split('/');
  const verbs = { GET: name === undefined ? 'list' : 'get', POST: 'create', PATCH: 'patch', DELETE: 'delete' };
  const kind = subresource === undefined ? resource : `${resource}/${subresource}`;
  return `${verbs[method as keyof typeof verbs]} ${group}/${kind}${namespace === undefined ? '' : ` in ${namespace}`}`;
}
