import { showPath } from '../text/path';
import { CEL_RULES, checkCel, checkRules } from './cel';
import { Definitions } from './definitions/definitions';
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
import type { Schemas } from './schema/schemas';
import { append } from '../text/append';

/** An object as far as it could be read, and its violations. */
export interface Structure {
  /** Undefined for an object that cannot be identified: no mapping, no kind or no name. */
  readonly resource?: Resource;
  readonly violations: readonly ObjectViolation[];
}

/** The codes that `checkStructure` reports. */
export const STRUCTURE_RULES: readonly RuleDoc[] = [...OBJECT_RULES, ...KUBERNETES_RULES, ...CEL_RULES];

/** The API server evaluates no CEL rules of an object with one of these. */
const BLOCKING: ReadonlySet<string> = new Set([TYPE, REQUIRED, ENUM, BOUNDS].map(({ code }) => code));

/** What `checkStructure` knows beyond the kinds in `imports/`. */
export interface StructureOptions {
  /**
   * Kinds that are defined beside the object.
   * @default - none
   */
  readonly definitions?: Definitions;
  /**
   * Kinds, as `group/Kind`, of files that a program reads and that are never sent to a cluster: they have no name, and
   * their content is not checked here.
   * @default - none
   */
  readonly files?: ReadonlySet<string>;
}

/** Checks one object on its own, as an API server does before it stores it. */
export function checkStructure(
  { object, origin = {} }: Input,
  { definitions = Definitions.NONE, files }: StructureOptions = {},
): Structure {
  const violations: ObjectViolation[] = [];
  const type = readTypeMeta(object, violations);
  if (type === undefined) return { violations };
  if (files?.has(`${type.group}/${type.kind}`)) return { resource: { ...type, name: '', object, origin }, violations };

  const defined = definitions.find(type.group, type.kind);
  const entry = defined?.entry ?? kindEntry(type.group, type.kind);
  const kindViolation = checkKind(type, entry, defined?.unsupported);
  if (kindViolation !== undefined) violations.push(kindViolation);
  const { metadata: given } = object as { readonly metadata?: unknown };
  const content = fitContent(object, type, entry, defined?.schemas, violations);
  const metadata = fitMetadata(given, violations);
  append(violations, checkMetadata(metadata, type, entry));

  const { name = '', generateName = '', namespace = '' } = metadata;
  const resource: Resource = {
    ...type,
    namespace: entry?.namespaced === false ? undefined : namespace || 'default',
    name,
    object: metadata === given ? content : { ...content, metadata },
    origin,
  };
  if (kindViolation === undefined) {
    append(violations, outside(violations, checkKubernetes(resource)));
    if (!violations.some(({ code }) => BLOCKING.has(code))) {
      const rules = defined?.rules(type.version);
      append(violations, defined === undefined ? checkCel(resource) : checkRules(rules, resource.object));
    }
  }
  const isNamed = name !== '' || generateName !== '' || entry?.nameless === true;
  return isNamed ? { resource, violations } : { violations };
}

/**
 * The object without what does not fit its schema. If its version is not served, another version is applied without
 * reporting anything, so that every field has its type.
 */
function fitContent(
  object: any,
  type: TypeMeta,
  entry: KindEntry | undefined,
  defined: Schemas | undefined,
  violations: ObjectViolation[],
): object {
  if (entry?.schema === undefined || entry.versions.length === 0) return object;
  const isServed = entry.versions.includes(type.version);
  const version = isServed ? type.version : entry.versions[0];
  const schemas = defined ?? loadSchemas(entry.schema);
  const schema = schemas.root(`${apiVersionOf(type.group, version)} ${type.kind}`);
  return fit(object, schema, schemas, isServed ? violations : []) as object;
}

/** The violations among `later` at places outside those of `before`, so that nothing is reported twice. */
function outside(before: readonly ObjectViolation[], later: readonly ObjectViolation[]): readonly ObjectViolation[] {
  if (before.length === 0) return later;
  const places = new Set(before.map(({ path }) => showPath(path)));
  return later.filter(({ path }) => !path.some((_, index) => places.has(showPath(path.slice(0, index + 1)))));
}
