import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportError } from './import-error';
import type { OpenApiSchema } from '../../lib/api-server/schema/definition';
import { mapSchema, stripDescriptions } from './schema';
import { origin, type KubernetesSource } from './sources';

/** Definitions by short name, such as `PodSpec`, sorted. */
export type Definitions = { readonly [name: string]: OpenApiSchema };

export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** How one definition refers to another. */
export const REFERENCE = '#/definitions/';

/**
 * Two scalars that are strings in swagger.json, because OpenAPI v2 has no unions. OpenAPI v3 is correct
 * (api/openapi-spec/v3/api__v1_openapi.json).
 */
const UNIONS: Definitions = {
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': {
    format: 'int-or-string',
    oneOf: [{ type: 'integer' }, { type: 'string' }],
  },
  'io.k8s.apimachinery.pkg.api.resource.Quantity': { oneOf: [{ type: 'string' }, { type: 'number' }] },
};

/** The parts of Kubernetes' OpenAPI v2 document that are used. */
export interface Swagger {
  readonly definitions: Definitions;
  readonly paths: {
    readonly [path: string]: { readonly post?: { readonly 'x-kubernetes-group-version-kind'?: GroupVersionKind } };
  };
}

export function readSwagger(folder: string): Swagger {
  return JSON.parse(readFileSync(join(folder, 'swagger.json'), 'utf8')) as Swagger;
}

/** The definitions of the kinds of `source` and of all types that they refer to, without status. */
export function kubernetesDefinitions(source: KubernetesSource, swagger: Swagger): Definitions {
  const all: Definitions = { ...swagger.definitions, ...UNIONS };
  const reached = new Map<string, OpenApiSchema>();
  const reach = (fullName: string) => {
    if (!reached.has(fullName)) {
      const definition = stripDescriptions(withoutStatus(all[fullName]));
      reached.set(fullName, definition);
      referencesIn(definition).forEach(reach);
    }
  };
  Object.entries(source.kinds).forEach(([kind, apiVersion]) => reach(fullNameOf(kind, apiVersion, all, source)));
  return byShortName(reached);
}

/** The group, version and kind of a definition; undefined for a type that is only a part of objects. */
export function groupVersionKind(definition: OpenApiSchema): GroupVersionKind | undefined {
  return (definition['x-kubernetes-group-version-kind'] as readonly GroupVersionKind[] | undefined)?.[0];
}

/** The apiVersion of a kind: `apps/v1`, and `v1` for the core group. */
export function apiVersionOf({ group, version }: GroupVersionKind): string {
  return group === '' ? version : `${group}/${version}`;
}

/** `PodSpec` for `#/definitions/io.k8s.api.core.v1.PodSpec` and for `#/definitions/PodSpec`. */
export function shortName(reference: string): string {
  return reference.replace(/.*[./]/, '');
}

function fullNameOf(kind: string, apiVersion: string, all: Definitions, source: KubernetesSource): string {
  const match = Object.entries(all).find(([, definition]) => {
    const gvk = groupVersionKind(definition);
    return gvk?.kind === kind && apiVersionOf(gvk) === apiVersion;
  });
  if (!match) {
    throw new ImportError(`${origin(source)} has no ${apiVersion} ${kind}: correct it in sources.ts`);
  }
  return match[0];
}

/** The status of an object is written by the cluster and never by this package. */
function withoutStatus(definition: OpenApiSchema): OpenApiSchema {
  if (!groupVersionKind(definition)) {
    return definition;
  }
  const { status: _, ...properties } = definition.properties ?? {};
  return { ...definition, properties };
}

function referencesIn(definition: OpenApiSchema): string[] {
  const references: string[] = [];
  mapSchema(definition, (schema) => {
    if (schema.$ref) {
      references.push(schema.$ref.slice(REFERENCE.length));
    }
    return schema;
  });
  return references;
}

function byShortName(definitions: ReadonlyMap<string, OpenApiSchema>): Definitions {
  const names = shortNames(definitions);
  return Object.fromEntries(
    [...names]
      .sort(([, a], [, b]) => (a < b ? -1 : 1))
      .map(([fullName, name]) => [
        name,
        mapSchema(definitions.get(fullName)!, (schema) =>
          schema.$ref ? { ...schema, $ref: REFERENCE + names.get(schema.$ref.slice(REFERENCE.length))! } : schema,
        ),
      ]),
  );
}

/**
 * Full name -> the name of the type. A kind has its own name. A part of objects that is called like a kind is named with
 * its group: `CoreResourceClaim` is what a container claims, and `ResourceClaim` the kind.
 */
function shortNames(definitions: ReadonlyMap<string, OpenApiSchema>): Map<string, string> {
  const kinds = new Set([...definitions].filter(([, part]) => groupVersionKind(part)).map(([name]) => shortName(name)));
  const names = new Map<string, string>();
  for (const [fullName, definition] of definitions) {
    const plain = shortName(fullName);
    const name = kinds.has(plain) && !groupVersionKind(definition) ? groupName(fullName) + plain : plain;
    if ([...names.values()].includes(name)) {
      throw new ImportError(`two definitions are called ${name}, one of them ${fullName}: give one another name`);
    }
    names.set(fullName, name);
  }
  return names;
}

/** `Core` for `io.k8s.api.core.v1.ResourceClaim`. */
function groupName(fullName: string): string {
  const group = fullName.split('.').at(-3)!;
  return group.charAt(0).toUpperCase() + group.slice(1);
}
