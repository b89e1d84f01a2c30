import { show } from '../checks';
import type { Field } from '../field';
import { checkCelRules } from './cel-rules';
import { checkDefault } from './defaults';
import { checkListType } from './list-types';
import { checkNested } from './nested-schema';
import { checkPatternOf } from './patterns';

/*
 * Structural schemas: apiextensions-apiserver v0.35.4, pkg/apis/apiextensions/validation and pkg/apiserver/schema.
 */

type Level = 'root' | 'item' | 'field';

const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

/** Keywords of JSON Schema that Kubernetes does not take, be they empty; and those that it takes if they are. */
const UNSUPPORTED = ['$ref', 'additionalItems', 'dependencies'];
const UNSUPPORTED_UNLESS_EMPTY = ['id', '$schema', 'patternProperties', 'definitions'];

/** What the root may not have where status is a subresource, since it is validated without the rest. */
const NOT_BESIDE_STATUS = [
  ...['default', 'enum', 'allOf', 'anyOf', 'oneOf', 'not', 'nullable', 'additionalProperties', 'maxProperties'],
  ...['minProperties', 'x-kubernetes-embedded-resource', 'x-kubernetes-int-or-string', 'x-kubernetes-list-map-keys'],
  ...['x-kubernetes-list-type', 'x-kubernetes-map-type'],
];

const JUNCTORS = ['allOf', 'anyOf', 'oneOf'];

/** The schema of a kind. */
export function rootSchema(field: Field, { status }: { readonly status: boolean }): void {
  if (status) {
    const extra = NOT_BESIDE_STATUS.filter((keyword) => !field.at(keyword).empty);
    extra.forEach((keyword) =>
      field.at(keyword).refuse(`the root has no ${keyword} beside a status`, 'move it to spec'),
    );
  }
  if (field.at('nullable').value === true) field.at('nullable').refuse('an object is never null', 'take it away');
  checkRootMetadata(field.at('properties', 'metadata'));
  checkSchema(field, 'root');
}

/** Only names can be restricted. */
function checkRootMetadata(metadata: Field): void {
  if (!metadata.given) return;
  const { type: _, properties = {}, ...others } = metadata.value;
  const names = Object.keys(properties ?? {}).every((name) => ['name', 'generateName'].includes(name));
  if (!names || Object.keys(others).some((keyword) => !metadata.at(keyword).empty)) {
    metadata.refuse('of metadata only name and generateName can be restricted', 'take the rest away');
  }
  checkKeywords(metadata);
  metadata.at('properties').entries.forEach(([, property]) => checkSchema(property, 'field'));
}

function checkSchema(field: Field, level: Level): void {
  if (!field.given) return;
  const embedded = field.at('x-kubernetes-embedded-resource').value === true;
  checkKeywords(field);
  checkType(field, level, embedded);
  checkExtensions(field, embedded);
  checkProperties(field, level, embedded);
  checkListType(field);
  checkPatternOf(field);
  checkCelRules(field, level === 'root');
  if (field.at('default').given) checkDefault(field, level === 'root');
  // Only at the root the API server looks whether all that has a condition has a schema too.
  const around = level === 'root' ? field : undefined;
  for (const junctor of JUNCTORS) {
    field.at(junctor).items.forEach((part, index) => checkNested(part, around, isIntOrString(field, junctor, index)));
  }
  checkNested(field.at('not'), around, 'no');
  checkBelow(field, level);
}

function checkBelow(field: Field, level: Level): void {
  const isResource = level === 'root' || field.at('x-kubernetes-embedded-resource').value === true;
  for (const [name, property] of field.at('properties').entries) {
    // What the root says of metadata is checked by itself.
    if (!(isResource && name === 'metadata')) checkSchema(property, 'field');
  }
  const [items, values] = [field.at('items'), field.at('additionalProperties')];
  if (typeof values.value === 'object') checkSchema(values, 'field');
  if (Array.isArray(items.value)) items.refuse('items of a list have one schema', 'write one schema');
  else checkSchema(items, 'item');
}

/** Whether a part of a junctor may name types, because it says what x-kubernetes-int-or-string says. */
function isIntOrString(field: Field, junctor: string, index: number): 'itself' | 'inside' | 'no' {
  if (field.at('x-kubernetes-int-or-string').value !== true) return 'no';
  if (junctor === 'anyOf' && saysIntOrString(field.at('anyOf').value)) return 'itself';
  return junctor === 'allOf' && index === 0 && saysIntOrString(field.at('allOf', 0, 'anyOf').value) ? 'inside' : 'no';
}

function saysIntOrString(anyOf: unknown): boolean {
  return JSON.stringify(anyOf) === '[{"type":"integer"},{"type":"string"}]';
}

function checkKeywords(field: Field): void {
  const unsupported = [
    ...UNSUPPORTED.filter((name) => field.at(name).given),
    ...UNSUPPORTED_UNLESS_EMPTY.filter((name) => !field.at(name).empty),
  ];
  for (const keyword of unsupported) {
    field.at(keyword).refuse(`a structural schema has no ${keyword}`, 'take it away, or write the schema out');
  }
  if (field.at('uniqueItems').value === true) {
    field.at('uniqueItems').refuse('comparing all items would take too long', 'use x-kubernetes-list-type: set');
  }
  const preserve = field.at('x-kubernetes-preserve-unknown-fields');
  if (preserve.value === false) preserve.refuse('it is true or it is not there', 'take it away');
}

function checkType(field: Field, level: Level, embedded: boolean): void {
  const type = field.at('type');
  const open = ['x-kubernetes-int-or-string', 'x-kubernetes-preserve-unknown-fields'].some(
    (name) => field.at(name).value,
  );
  if (type.empty && (embedded || !open)) {
    return type.refuse('the schema has no type', `write one of ${TYPES.join(', ')}`);
  }
  if (!type.empty && !TYPES.includes(type.value)) {
    return type.refuse(`${show(type.value)} is no type`, `write one of ${TYPES.join(', ')}`);
  }
  if (!type.empty && type.value !== 'object' && (level === 'root' || embedded)) {
    type.refuse(`a resource is no ${type.value}`, 'write object');
  }
  if (type.value === 'array' && !field.at('items').given)
    field.at('items').refuse('a list has items', 'say what they are');
}

function checkExtensions(field: Field, embedded: boolean): void {
  const [intOrString, preserve] = ['x-kubernetes-int-or-string', 'x-kubernetes-preserve-unknown-fields'].map((name) =>
    field.at(name),
  );
  if (intOrString.value === true && (preserve.value === true || embedded)) {
    intOrString.refuse('an integer or a text has no fields', 'take one of the two away');
  }
  const mapType = field.at('x-kubernetes-map-type');
  if (!mapType.given) return;
  if (field.at('type').value !== 'object') mapType.refuse('it is for objects', 'write type: object, or take it away');
  if (!['atomic', 'granular'].includes(mapType.value))
    mapType.refuse(`${show(mapType.value)} is not atomic or granular`, 'write one of them');
}

function checkProperties(field: Field, level: Level, embedded: boolean): void {
  const [properties, values] = [field.at('properties'), field.at('additionalProperties')];
  if (values.given && level === 'root')
    values.refuse('a resource has the fields of every resource', 'write properties');
  if (values.given && embedded) values.refuse('a resource has the fields of every resource', 'write properties');
  if (values.given && values.value !== true && !properties.empty) {
    values.refuse('there are properties too, and an object is one or the other', 'keep one of them');
  }
  if (embedded && properties.empty && field.at('x-kubernetes-preserve-unknown-fields').value !== true) {
    properties.refuse('an embedded resource has properties', 'add them, or x-kubernetes-preserve-unknown-fields: true');
  }
  if (level !== 'root' && !embedded) return;
  for (const name of ['apiVersion', 'kind']) {
    const type = properties.at(name, 'type');
    if (properties.at(name).given && type.value !== 'string') type.refuse(`${name} is a text`, 'write string');
  }
  const metadata = properties.at('metadata');
  if (metadata.given && metadata.at('type').value !== 'object') {
    metadata.at('type').refuse('metadata is an object', 'write type: object');
  }
}

/** The part of a schema that describes a place such as `.spec.replicas`. */
export function schemaAt(root: any, path: string = ''): any {
  if (!path.startsWith('.')) return undefined;
  const steps = path.slice(1).split('.');
  return steps.reduce((schema, step) => schema?.properties?.[step] ?? schema?.additionalProperties, root);
}
