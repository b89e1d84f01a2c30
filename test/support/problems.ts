import { parse } from 'yaml';
import { showPath } from '../../lib/validation/finding';
import type { Problem } from '../../lib/validation/structure/problem';
import { fit } from '../../lib/validation/structure/schema/fit';
import { Schemas } from '../../lib/validation/structure/schema/schemas';
import { checkStructure } from '../../lib/validation/structure/structure';
import { crdSchemas } from '../../scripts/import/crd-schemas';

/** What is wrong with an object on its own: each as `CODE path: message; remedy`. */
export function problemsOf(object: unknown): string[] {
  return checkStructure({ object }).problems.map(text);
}

/** The same of an object in YAML, which is easier to read. */
export function problemsOfYaml(yaml: string): string[] {
  return problemsOf(parse(yaml));
}

/** A value after its schema was applied, and what did not fit. */
export interface Fitted {
  readonly value: unknown;
  readonly problems: readonly string[];
}

/** Holds a value against the schema of a field in a CustomResourceDefinition; both in YAML. */
export function fitField(schema: string, value: string): Fitted {
  const file = crdSchemas(crdWith({ field: parse(schema) as object }));
  const schemas = new Schemas(file);
  const problems: Problem[] = [];
  const object = fit({ field: parse(value) as unknown }, schemas.root('example.com/v1 Thing'), schemas, problems);
  return { value: (object as { field?: unknown }).field, problems: problems.map(text) };
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

function text({ code, path, message, remedy }: Problem): string {
  return `${code} ${showPath(path)}: ${message}; ${remedy}`;
}
