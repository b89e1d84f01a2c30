import { CEL_RULES, checkCel } from './cel';
import { showPath } from '../text/path';
import type { Input, Resource } from './resource';
import type { RuleDoc } from './rule-doc';
import { checkKind } from './kinds/check-kind';
import { apiVersionOf, kindEntry } from './kinds/kinds';
import type { KindEntry } from './kinds/kind-table';
import { readTypeMeta, type TypeMeta } from './kinds/type-meta';
import { checkKubernetes, KUBERNETES_RULES } from './kubernetes';
import { checkMetadata, fitMetadata } from './metadata/metadata';
import type { ObjectViolation } from './violation';
import { OBJECT_RULES } from './rules';
import { BOUNDS } from './rules/bounds';
import { ENUM } from './rules/enum';
import { REQUIRED } from './rules/required';
import { TYPE } from './rules/type';
import { fit } from './schema/fit';
import { loadSchemas } from './schema/load';

export type { ObjectViolation } from './violation';

/** An object as far as it could be read, and what is wrong with it. */
export interface Structure {
  /** Undefined where the object cannot even be told apart from others: no mapping, no kind, no name. */
  readonly resource?: Resource;
  readonly violations: readonly ObjectViolation[];
}

/** The codes that `checkStructure` reports. */
export const STRUCTURE_RULES: readonly RuleDoc[] = [...OBJECT_RULES, ...KUBERNETES_RULES, ...CEL_RULES];

/** With one of these the API server does not look at CEL rules. */
const BLOCKING: ReadonlySet<string> = new Set([TYPE, REQUIRED, ENUM, BOUNDS].map(({ code }) => code));

/**
 * The configuration of an endpoint picker is read from a file and never sent to a cluster. It has a kind and no name;
 * the rules of `rules/endpoint-picker-config` check the rest.
 */
const FILES: ReadonlySet<string> = new Set([
  'inference.networking.x-k8s.io/EndpointPickerConfig',
  'llm-d.ai/EndpointPickerConfig',
]);

/** Checks one object on its own, as an API server does before it stores it. */
export function checkStructure({ object, origin = {} }: Input): Structure {
  const violations: ObjectViolation[] = [];
  const type = readTypeMeta(object, violations);
  if (type === undefined) return { violations };
  if (FILES.has(`${type.group}/${type.kind}`)) return { resource: { ...type, name: '', object, origin }, violations };

  const kindViolation = checkKind(type);
  if (kindViolation !== undefined) violations.push(kindViolation);
  const entry = kindEntry(type.group, type.kind);
  const { metadata: given } = object as { readonly metadata?: unknown };
  const content = fitContent(object, type, entry, violations);
  const metadata = fitMetadata(given, violations);
  violations.push(...checkMetadata(metadata, type, entry));

  const { name = '', generateName = '', namespace = '' } = metadata;
  const resource: Resource = {
    ...type,
    namespace: entry?.namespaced === false ? undefined : namespace || 'default',
    name,
    object: metadata === given ? content : { ...content, metadata },
    origin,
  };
  if (kindViolation === undefined) {
    violations.push(...unsaid(checkKubernetes(resource), violations));
    if (!violations.some(({ code }) => BLOCKING.has(code))) violations.push(...checkCel(resource));
  }
  const isNamed = name !== '' || generateName !== '' || entry?.nameless === true;
  return isNamed ? { resource, violations } : { violations };
}

/** An object without what does not fit its schema. In a version that nobody serves, at least every field has its type. */
function fitContent(object: any, type: TypeMeta, entry: KindEntry | undefined, violations: ObjectViolation[]): object {
  if (entry?.schema === undefined) return object;
  const served = entry.versions.includes(type.version);
  const version = served ? type.version : entry.versions[0];
  const schemas = loadSchemas(entry.schema);
  const schema = schemas.root(`${apiVersionOf(type.group, version)} ${type.kind}`);
  return fit(object, schema, schemas, served ? violations : []) as object;
}

/** Those of `later` that are not about a place of which something was said before, or about what was in it. */
function unsaid(later: readonly ObjectViolation[], before: readonly ObjectViolation[]): readonly ObjectViolation[] {
  if (before.length === 0) return later;
  const places = new Set(before.map(({ path }) => showPath(path)));
  return later.filter(({ path }) => !path.some((_, index) => places.has(showPath(path.slice(0, index + 1)))));
}
