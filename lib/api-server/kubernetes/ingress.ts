/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/networking/validation/validation.go: ValidateIngressCreate,
 *   ValidateIngressSpec, validateIngressTLS, validateIngressRules, validateHTTPIngressPath, validateIngressBackend,
 *   validateIngressTypedLocalObjectReference
 */
import type { RuleDoc } from '../rule-doc';
import { all, type Check, each, fields, format, notEmpty, oneField, required, requiredOneOf, struct } from './checks';
import { DNS_1035_LABEL, DNS_SUBDOMAIN, type Format, PATH_SEGMENT, PORT_NAME } from '../formats/names';
import { ipVersion } from '../formats/ip';
import { optionalPortNumber } from './pod/ports';

export const INGRESS: RuleDoc = {
  code: 'LLMD-INGRESS',
  severity: 'error',
  title: 'The hosts, paths and backends of an Ingress are valid',
  why: 'The API server refuses an Ingress without a backend, hosts that are addresses, paths without a type, and backends without a port.',
};

const HOST: Format = {
  matches: (text) => DNS_SUBDOMAIN.matches(text.replace(/^\*\./, '')),
  description: 'host: a DNS name, optionally after "*."',
};

const HOST_OF_RULE: Format = { ...HOST, matches: (text) => HOST.matches(text) && ipVersion(text) === 0 };

/** Parts of a path that could be interpreted as another path. */
const AMBIGUOUS = /\/\/|\/\.\.?(\/|$)|%2f/i;

const ABSOLUTE: Format = {
  matches: (text) => text.startsWith('/'),
  description: 'absolute path',
  remedy: 'begin it with a slash',
};

const CLEAN: Format = {
  matches: (text) => text.startsWith('/') && !AMBIGUOUS.test(text),
  description: 'absolute path without "//", "/./", "/../" and "%2f"',
  remedy: 'correct the path',
};

const servicePort: Check = (field) => {
  fields({ name: format(PORT_NAME), number: optionalPortNumber })(field);
  const present = ['name', 'number'].filter((name) => !field.at(name).empty);
  if (present.length !== 1)
    field.refuse(`there are ${present.length} of name and number, expected 1`, 'write one of them');
};

const pathSegment = all(required, format(PATH_SEGMENT));

const backend = oneField(
  {
    service: fields({
      name: all(required, format(DNS_1035_LABEL)),
      port: (field) => servicePort(field.orEmpty),
    }),
    resource: fields({ apiGroup: all(notEmpty, format(DNS_SUBDOMAIN)), kind: pathSegment, name: pathSegment }),
  },
  { what: 'backend' },
);

const path: Check = (field) => {
  struct({
    pathType: requiredOneOf('Exact', 'ImplementationSpecific', 'Prefix'),
    backend: (below) => backend(below.orEmpty),
  })(field);
  const [type, text] = [field.at('pathType').value, field.at('path')];
  if (type === 'ImplementationSpecific') format(ABSOLUTE)(text);
  else if (text.empty) required(text);
  else format(CLEAN)(text);
};

const specFields = fields({
  defaultBackend: backend,
  rules: each(fields({ host: format(HOST_OF_RULE), http: fields({ paths: all(required, each(path)) }) })),
  tls: each(fields({ hosts: each(all(required, format(HOST))), secretName: format(DNS_SUBDOMAIN) })),
  ingressClassName: all(notEmpty, format(DNS_SUBDOMAIN)),
});

export const ingress: Check = (object) => {
  const spec = object.at('spec').orEmpty;
  specFields(spec);
  if (spec.at('rules').empty && !spec.at('defaultBackend').given) {
    spec.refuse('there are neither rules nor a defaultBackend', 'add one of them');
  }
};
