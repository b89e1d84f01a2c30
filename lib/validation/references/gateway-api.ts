import type { Place } from './place';
import { byName, type Defaults, type Draft, type Extractor, local, portOf, typed } from './reference';

const GATEWAY_API = 'gateway.networking.k8s.io';

export const gatewayClass: Extractor = (object) =>
  typed(object.at('spec', 'parametersRef'), 'parametersRef', { namespace: undefined });

export const gateway: Extractor = (object, { namespace }) => [
  ...byName(
    object.at('spec'),
    'class',
    { group: GATEWAY_API, kind: 'GatewayClass', namespace },
    { field: 'gatewayClassName' },
  ),
  ...local(object.at('spec', 'infrastructure', 'parametersRef'), 'parametersRef', { namespace }),
  ...certificates(object, namespace),
  ...typed(object.at('spec', 'tls', 'backend', 'clientCertificateRef'), 'certificateRef', secret(namespace)),
];

export const listenerSet: Extractor = (object, { namespace }) => [
  ...typed(object.at('spec', 'parentRef'), 'parentRef', parent(namespace)),
  ...certificates(object, namespace),
];

/** HTTPRoute, GRPCRoute, TLSRoute, TCPRoute and UDPRoute. */
export const route: Extractor = (object, { namespace }) => [
  ...object.each('spec', 'parentRefs').flatMap((ref) => typed(ref, 'parentRef', parent(namespace))),
  ...object
    .each('spec', 'rules')
    .flatMap((rule) => [
      ...filters(rule, namespace),
      ...rule
        .each('backendRefs')
        .flatMap((backend) => [...backendReference(backend, namespace), ...filters(backend, namespace)]),
    ]),
];

export const backendTlsPolicy: Extractor = (object, { namespace }) => [
  ...object.each('spec', 'targetRefs').flatMap((ref) => local(ref, 'targetRef', { namespace })),
  ...object
    .each('spec', 'validation', 'caCertificateRefs')
    .flatMap((ref) => local(ref, 'certificateRef', { namespace })),
];

/** A grant for something that is not there yet does no harm. */
export const referenceGrant: Extractor = (object, { namespace }) =>
  object.each('spec', 'to').flatMap((to) => local(to, 'to', { namespace }, { optional: true }));

/** A backend of a route, or of a policy. */
export function backendReference(backend: Place, namespace: string | undefined): Draft[] {
  return typed(backend, 'backendRef', { kind: 'Service', namespace }, { port: portOf(backend, 'port') });
}

function filters(place: Place, namespace: string | undefined): Draft[] {
  return place
    .each('filters')
    .flatMap((filter) => [
      ...backendReference(filter.at('requestMirror', 'backendRef'), namespace),
      ...local(filter.at('extensionRef'), 'extensionRef', { namespace }),
    ]);
}

function certificates(object: Place, namespace: string | undefined): Draft[] {
  return object
    .each('spec', 'listeners')
    .flatMap((listener) => listener.each('tls', 'certificateRefs'))
    .flatMap((ref) => typed(ref, 'certificateRef', secret(namespace)));
}

function parent(namespace: string | undefined): Defaults {
  return { group: GATEWAY_API, kind: 'Gateway', namespace };
}

function secret(namespace: string | undefined): Defaults {
  return { kind: 'Secret', namespace };
}
