/** The parts of a CustomResourceDefinition that are read here. */
export interface Definition {
  readonly kind: 'CustomResourceDefinition';
  readonly metadata: { readonly name: string; readonly annotations?: { readonly [key: string]: string } };
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string; readonly plural: string };
    readonly scope: 'Namespaced' | 'Cluster';
    readonly versions: readonly DefinitionVersion[];
  };
  readonly status?: unknown;
}

/** One version of a kind. */
export interface DefinitionVersion {
  readonly name: string;
  readonly served: boolean;
  readonly subresources?: { readonly status?: object };
  readonly schema: { readonly openAPIV3Schema: OpenApiSchema };
}

/** JSON Schema as far as CustomResourceDefinitions and Kubernetes' OpenAPI use it. */
export interface OpenApiSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly properties?: { readonly [name: string]: OpenApiSchema };
  readonly required?: readonly string[];
  readonly additionalProperties?: OpenApiSchema | boolean;
  readonly items?: OpenApiSchema;
  readonly [keyword: string]: unknown;
}

/** A part of a schema that is not supported here. The message names the definition and the part. */
export class UnsupportedSchema extends Error {}
