import { parse } from 'yaml';
import { showPath } from '../../lib/text/path';
import type { ObjectViolation } from '../../lib/api-server/violation';
import { fit } from '../../lib/api-server/schema/fit';
import { Schemas } from '../../lib/api-server/schema/schemas';
import { checkStructure } from '../../lib/api-server/check-object';
import { definitionSchemas } from '../../lib/api-server/schema/definition-schemas';

/** The violations of an object on its own, each as `CODE path: message; remedy`. */
export function violationsOf(object: unknown): string[] {
  return checkStructure({ object }).violations.map(text);
}

/** The same of an object in YAML, which is easier to read. */
export function violationsOfYaml(yaml: string): string[] {
  return violationsOf(parse(yaml));
}

/** A value after its schema was applied, and what did not fit. */
export interface Fitted {
  readonly value: unknown;
  readonly violations: readonly string[];
}

/** Holds a value against the schema of a field in a CustomResourceDefinition; both in YAML. */
export function fitField(schema: string, value: string): Fitted {
  const file = definitionSchemas(crdWith({ field: parse(schema) as object }));
  const schemas = new Schemas(file);
  const violations: ObjectViolation[] = [];
  const object = fit({ field: parse(value) as unknown }, schemas.root('example.com/v1 Thing'), schemas, violations);
  return { value: (object as { field?: unknown }).field, violations: violations.map(text) };
}

/** A definition of Things with these fields. */
export function crdWith(properties: { readonly [field: string]: any }, version: object = {}): any {
  const openAPIV3Schema = { type: 'object', properties };
  return {
    kind: 'CustomResourceDefinition',
    metadata: { name: 'things.example.com' },
    spec: {
      group: 'example.com',
      names: { kind: 'Thing', plural: 'things' },
      scope: 'Namespaced',
      versions: [{ name: 'v1', served: true, schema: { openAPIV3Schema }, ...version }],
    },
  };
}

function text({ code, path, message, remedy }: ObjectViolation): string {
  return `${code} ${showPath(path)}: ${message}; ${remedy}`;
}
