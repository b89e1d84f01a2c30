import { backendReference } from './gateway-api';
import type { Place } from './place';
import { variable } from './pod';
import { type Draft, type Extractor, local, typed } from './reference';

type Field = (place: Place, namespace: string | undefined) => Draft[];

const target: Field = (place, namespace) => local(place, 'targetRef', { namespace });
const secret: Field = (place, namespace) => typed(place, 'secretRef', { kind: 'Secret', namespace });
const certificate: Field = (place, namespace) => typed(place, 'certificateRef', { kind: 'Secret', namespace });

/** The names of reference fields in these products' APIs, and what stands there. */
const FIELDS: { readonly [name: string]: Field } = {
  backendRef: backendReference,
  backendRefs: backendReference,
  // Envoy Gateway says what it is; agentgateway means a ConfigMap.
  caCertificateRefs: (place, namespace) => typed(place, 'certificateRef', { kind: 'ConfigMap', namespace }),
  certificateRef: certificate,
  clientCertificateRef: certificate,
  configMapKeyRef: (place, namespace) => variable(place, { kind: 'ConfigMap', namespace }),
  clientSecretRef: secret,
  mtlsCertificateRef: certificate,
  pullSecretRef: secret,
  secretKeyRef: (place, namespace) => variable(place, { kind: 'Secret', namespace }),
  secretRef: secret,
  signingKeyRef: secret,
  targetRef: target,
  targetRefs: target,
  valueRef: (place, namespace) => local(place, 'from', { kind: 'ConfigMap', namespace }),
};

/**
 * The policies, parameters and backends of agentgateway, Envoy Gateway, kgateway, GKE and others: they follow Gateway
 * API in what they call a reference, and have it in many places.
 */
export const byFieldNames: Extractor = (object, { namespace }) => below(object.at('spec'), namespace);

/** Envoy Gateway makes the proxy in a namespace of its own: what its pods refer to is not here. */
export const envoyProxy: Extractor = (object, { namespace }) =>
  object
    .at('spec')
    .fields()
    .filter(([name]) => name !== 'provider')
    .flatMap(([, field]) => below(field, namespace));

/** What a product passes on unread. */
const OPAQUE = 'rawConfig';

function below(place: Place, namespace: string | undefined): Draft[] {
  if (Array.isArray(place.value)) return place.each().flatMap((entry) => below(entry, namespace));
  return place.fields().flatMap(([name, field]) => {
    const read = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    if (read === undefined) return name === OPAQUE ? [] : below(field, namespace);
    return (Array.isArray(field.value) ? field.each() : [field]).flatMap((ref) => read(ref, namespace));
  });
}
