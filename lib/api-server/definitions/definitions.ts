import { evaluateRules } from '../cel';
import type { RuleTree } from '../cel/tree';
import type { KindEntry } from '../kinds/kind-table';
import { kindEntry } from '../kinds/kinds';
import type { Input } from '../resource';
import { type Definition, UnsupportedSchema } from '../schema/definition';
import { definitionSchemas } from '../schema/definition-schemas';
import { fit } from '../schema/fit';
import { loadSchemas } from '../schema/load';
import { Schemas } from '../schema/schemas';
import type { ObjectViolation } from '../violation';

/** A kind whose CustomResourceDefinition is among the validated objects. */
export interface DefinedKind {
  readonly entry: KindEntry;
  /** Undefined where the schema is not supported. */
  readonly schemas?: Schemas;
  /** Why the schema is not supported. */
  readonly unsupported?: string;
  /** The CEL rules of a version. */
  rules(version: string): RuleTree | undefined;
}

/** The kinds that CustomResourceDefinitions among the validated objects define. */
export class Definitions {
  static readonly NONE = new Definitions([]);

  private readonly kinds = new Map<string, DefinedKind>();

  /** @param inputs any objects; only valid CustomResourceDefinitions count, and each kind counts once */
  constructor(inputs: readonly Input[]) {
    for (const definition of inputs.flatMap(({ object }) => readDefinition(object))) {
      const { group, names } = definition.spec;
      const isShipped = kindEntry(group, names.kind)?.schema !== undefined;
      if (!isShipped) this.kinds.set(`${group}/${names.kind}`, definedKind(definition));
    }
  }

  /** A kind that this package ships no schema of. */
  find(group: string, kind: string): DefinedKind | undefined {
    return this.kinds.get(`${group}/${kind}`);
  }
}

/** A definition whose fields have their types; nothing for any other object. */
function readDefinition(object: any): Definition[] {
  const { apiVersion, kind } = object ?? {};
  if (apiVersion !== 'apiextensions.k8s.io/v1' || kind !== 'CustomResourceDefinition') return [];
  const schemas = loadSchemas('kubernetes');
  const violations: ObjectViolation[] = [];
  const definition = fit(object, schemas.root(`${apiVersion} ${kind}`), schemas, violations) as Definition;
  const isComplete =
    violations.length === 0 &&
    typeof definition.metadata?.name === 'string' &&
    definition.spec.versions.every(({ schema }) => schema?.openAPIV3Schema !== undefined);
  return isComplete ? [definition] : [];
}

function definedKind(definition: Definition): DefinedKind {
  const { scope, versions } = definition.spec;
  const served = versions.filter((version) => version.served);
  const entry: KindEntry = { namespaced: scope === 'Namespaced', versions: served.map(({ name }) => name) };
  const schemaOf = (version: string) => served.find(({ name }) => name === version)!.schema.openAPIV3Schema;
  const trees = new Map<string, RuleTree | undefined>();
  const rules = (version: string) => {
    if (!trees.has(version)) trees.set(version, evaluateRules(schemaOf(version)));
    return trees.get(version);
  };
  try {
    const schemas = new Schemas(definitionSchemas(definition));
    return { entry: { ...entry, schema: definition.metadata.name }, schemas, rules };
  } catch (error) {
    if (!(error instanceof UnsupportedSchema)) throw error;
    return { entry, unsupported: error.message, rules };
  }
}
