import type { Oracle } from './oracle';

/** The part of an OpenAPI schema that values are made from. */
export interface OpenApi {
  readonly type?: string;
  readonly properties?: { readonly [field: string]: OpenApi };
  readonly additionalProperties?: OpenApi | boolean;
  readonly items?: OpenApi;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly format?: string;
  readonly $ref?: string;
  readonly allOf?: readonly OpenApi[];
  readonly oneOf?: readonly OpenApi[];
  readonly 'x-kubernetes-int-or-string'?: boolean;
}

/** The schemas that the API server publishes itself, and so not those that validation was compiled from. */
export class ServerSchemas {
  private readonly components = new Map<string, OpenApi>();
  private readonly kinds = new Map<string, OpenApi>();

  private constructor() {}

  /** Those of these kinds. */
  static async of(oracle: Oracle, objects: readonly { apiVersion: string }[]): Promise<ServerSchemas> {
    const schemas = new ServerSchemas();
    for (const version of new Set(objects.map(({ apiVersion }) => apiVersion))) {
      const path = `/openapi/v3/${version.includes('/') ? 'apis' : 'api'}/${version}`;
      schemas.add((await oracle.get(path)).components.schemas);
    }
    return schemas;
  }

  private add(components: { readonly [name: string]: any }): void {
    for (const [name, schema] of Object.entries(components)) {
      this.components.set(`#/components/schemas/${name}`, schema);
      for (const { group, version, kind } of schema['x-kubernetes-group-version-kind'] ?? []) {
        this.kinds.set(`${group === '' ? '' : `${group}/`}${version} ${kind}`, schema);
      }
    }
  }

  ofKind({ apiVersion, kind }: { apiVersion: string; kind: string }): OpenApi | undefined {
    return this.kinds.get(`${apiVersion} ${kind}`);
  }

  /** The schema itself, where there is a reference to it. */
  resolve(schema: OpenApi | undefined): OpenApi | undefined {
    const ref = schema?.$ref ?? (schema?.allOf?.length === 1 ? schema.allOf[0].$ref : undefined);
    return ref === undefined ? schema : this.resolve(this.components.get(ref));
  }

  /** The schema of a field or of an item. */
  below(schema: OpenApi | undefined, step: string | number): OpenApi | undefined {
    if (typeof step === 'number') return this.resolve(schema?.items);
    const values = typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined;
    return this.resolve(schema?.properties?.[step] ?? values);
  }
}
