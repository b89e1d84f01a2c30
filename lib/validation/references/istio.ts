import { type Draft, type Extractor } from './reference';

/** A DestinationRule is for a host, which is a Service where it has the form of one. */
export const destinationRule: Extractor = (object, { namespace }): Draft[] => {
  const host = object.at('spec', 'host');
  const service = typeof host.value === 'string' ? serviceOfHost(host.value, namespace) : undefined;
  return service === undefined ? [] : [{ path: host.path, relation: 'host', to: service }];
};

/** The Service behind a host: a name without dots is one of the same namespace, and `a.b` may be anywhere. */
function serviceOfHost(host: string, own: string | undefined) {
  const match = /^([a-z0-9-]+)(?:\.([a-z0-9-]+)\.svc(?:\.[a-z0-9.-]+)?)?$/.exec(host);
  if (match === null) return undefined;
  const [, name, namespace = own] = match;
  return { group: '', kind: 'Service', namespace, name };
}
