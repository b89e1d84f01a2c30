import {
  all,
  between,
  type Check,
  each,
  fields,
  format,
  oneField,
  oneOf,
  required,
  requiredOneOf,
  show,
  unique,
} from '../checks';
import type { Field } from '../field';
import { DNS_1035_LABEL, DNS_SUBDOMAIN, type Format } from '../formats';
import { isInstalled } from './installed';
import { rootSchema, schemaAt } from './schema';

const label = format(DNS_1035_LABEL);

const DOTTED: Format = {
  matches: (text) => DNS_SUBDOMAIN.matches(text) && text.includes('.'),
  description: 'API group: a DNS name with a dot',
};

const KIND: Format = {
  matches: (text) => DNS_1035_LABEL.matches(text.toLowerCase()),
  description: 'name of a kind: up to 63 letters, digits and dashes, beginning with a letter',
};

const JSON_PATH: Format = {
  matches: (text) => text.startsWith('.'),
  description: 'path in an object, such as .spec.replicas',
  remedy: 'begin it with a dot',
};

const jsonPathBelow = (...tops: readonly string[]): Check =>
  format({
    matches: (text) => tops.some((top) => text.startsWith(`.${top}.`)),
    description: `path below ${tops.map((top) => `.${top}`).join(' or ')}`,
    remedy: 'correct the path',
  });

const column = fields({
  name: required,
  type: requiredOneOf('boolean', 'date', 'integer', 'number', 'string'),
  format: oneOf('int32', 'int64', 'float', 'double', 'byte', 'date', 'date-time', 'password'),
  jsonPath: all(required, format(JSON_PATH)),
});

const scale = fields({
  specReplicasPath: all(required, jsonPathBelow('spec')),
  statusReplicasPath: all(required, jsonPathBelow('status')),
  labelSelectorPath: jsonPathBelow('spec', 'status'),
});

const versionFields = fields({
  name: all(required, label),
  subresources: fields({ scale }),
  additionalPrinterColumns: each(column),
});

const MAX_SELECTABLE = 8;

const version: Check = (field) => {
  versionFields(field);
  const root = field.at('schema', 'openAPIV3Schema');
  if (!root.given) required(root);
  else rootSchema(root, { status: field.at('subresources', 'status').given });
  checkDeprecation(field);
  checkSelectable(field.at('selectableFields'), root);
};

function checkDeprecation(field: Field): void {
  const warning = field.at('deprecationWarning');
  if (!warning.given) return;
  if (field.at('deprecated').value !== true)
    warning.refuse('the version is not deprecated', 'set deprecated, or take it away');
  // Control characters, and spaces other than the usual one.
  if (!/^[^\p{C}\p{Zl}\p{Zp}]{1,256}$/u.test(warning.value) || /(?! )\p{Zs}/u.test(warning.value)) {
    warning.refuse('it is not 1 to 256 printable characters', 'shorten it to one line');
  }
}

function checkSelectable(list: Field, root: Field): void {
  for (const path of list.items.map((item) => item.at('jsonPath'))) {
    const type = schemaAt(root.value, path.value)?.type;
    if (path.value?.startsWith('.metadata')) path.refuse('fields of metadata cannot be selected', 'take it away');
    else if (!['string', 'boolean', 'integer'].includes(type)) {
      path.refuse(`${show(path.value)} is no field of type string, boolean or integer`, 'correct the path');
    }
  }
  unique('path', ({ value }) => value?.jsonPath, ['jsonPath'])(list);
  if (list.items.length > MAX_SELECTABLE)
    list.refuse(`${list.items.length} are more than ${MAX_SELECTABLE}`, 'use fewer');
}

const names: Check = (field) => {
  fields({
    plural: all(required, label),
    singular: label,
    kind: all(required, format(KIND)),
    listKind: format(KIND),
    shortNames: each(all(required, label)),
    categories: each(all(required, label)),
  })(field);
  const { kind, listKind } = field.value ?? {};
  if (kind && kind === listKind) field.at('listKind').refuse(`${kind} is the kind itself`, `write ${kind}List`);
};

const HTTPS: Format = {
  matches: (text) => /^https:\/\/[^/?#@]+(\/[^?#]*)?$/.test(text),
  description: 'URL such as https://host/path',
  remedy: 'correct the URL',
};

const webhookFields = fields({
  conversionReviewVersions: all(
    required,
    each(all(required, label)),
    unique('version', ({ value }) => value),
  ),
  clientConfig: oneField(
    {
      url: all(required, format(HTTPS)),
      service: fields({ name: required, namespace: required, port: between(1, 65535) }),
    },
    { what: 'address' },
  ),
});

const KNOWN_REVIEWS = ['v1', 'v1beta1'];

const webhook: Check = (field) => {
  required(field);
  webhookFields(field);
  const versions = field.at('conversionReviewVersions');
  if (!versions.empty && !KNOWN_REVIEWS.some((known) => versions.value.includes(known))) {
    versions.refuse(`neither ${KNOWN_REVIEWS.join(' nor ')} is among them`, 'add one of them');
  }
};

const conversion: Check = (field) => {
  if (!field.given) return;
  requiredOneOf('None', 'Webhook')(field.at('strategy'));
  const [strategy, hook] = [field.at('strategy').value, field.at('webhook')];
  if (strategy === 'Webhook') webhook(hook);
  else if (hook.given) hook.refuse('nothing is converted where the strategy is None', 'take it away');
};

const specFields = fields({
  group: all(required, format(DOTTED)),
  scope: requiredOneOf('Cluster', 'Namespaced'),
  names,
  versions: all(
    required,
    each(version),
    unique('version', ({ value }) => value?.name, ['name']),
  ),
  conversion,
});

/** A CustomResourceDefinition. */
export const definition: Check = (object) => {
  const spec = object.at('spec');
  checkName(object);
  checkApproval(object);
  if (isInstalled(object.at('metadata', 'name').value, spec.value)) return;
  specFields(spec.with(spec.value ?? {}));
  checkStorage(spec.at('versions'));
  const preserve = spec.at('preserveUnknownFields');
  if (preserve.value === true) {
    preserve.refuse('it may only be false since version v1', 'use x-kubernetes-preserve-unknown-fields in the schema');
  }
};

function checkName(object: Field): void {
  const { group, names } = object.at('spec').value ?? {};
  const [name, expected] = [object.at('metadata', 'name'), `${names?.plural}.${group}`];
  if (name.given && names?.plural && group && name.value !== expected) {
    name.refuse(`${show(name.value)} is not its plural and group, ${expected}`, `name it ${expected}`);
  }
}

function checkStorage(versions: Field): void {
  const stored = versions.items.filter(({ value }) => value?.storage === true);
  if (versions.empty || stored.length === 1) return;
  versions.refuse(
    `${stored.length} versions are stored, expected 1`,
    'set storage: true on one of them, and false on the others',
  );
}

const APPROVAL = 'api-approved.kubernetes.io';

/** Groups of Kubernetes itself need a link to whoever said yes. */
function checkApproval(object: Field): void {
  const group: string = object.at('spec', 'group').value ?? '';
  if (!/(^|\.)(k8s|kubernetes)\.io$/.test(group)) return;
  const approval = object.at('metadata', 'annotations', APPROVAL);
  if (!/^(unapproved|[a-z][a-z0-9+.-]*:\/\/[^/])/i.test(approval.value ?? '')) {
    approval.refuse(
      `the group ${group} needs the annotation ${APPROVAL}`,
      'link the approval, or use a group of your own',
    );
  }
}
