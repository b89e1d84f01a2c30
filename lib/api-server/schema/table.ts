import type { TypeName } from './types';

/*
 * The format of the schemas that `npm run import` writes: without references, documentation and repetition. A node
 * refers to other nodes by their positions in the table.
 */

/** Position of a node in its table. */
export type Ref = number;

/** The schema of one place in an object. Keywords that OpenAPI has too have the same meaning. */
export interface SchemaNode {
  /** @default - any type */
  readonly type?: TypeName;
  readonly nullable?: true;
  readonly default?: unknown;
  readonly properties?: { readonly [field: string]: Ref };
  /** The values of a map. */
  readonly values?: Ref;
  readonly required?: readonly string[];
  /** Fields that are not in `properties` are allowed. */
  readonly open?: true;
  readonly items?: Ref;
  /** `true` for a set; the key fields for a list that is a map. */
  readonly unique?: true | readonly string[];
  /** If several types are allowed, each has a node of its own. */
  readonly object?: Ref;
  readonly array?: Ref;
  readonly boolean?: Ref;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly allOf?: readonly Ref[];
  readonly anyOf?: readonly Ref[];
  readonly oneOf?: readonly Ref[];
  readonly not?: Ref;
}

/** The content of a file in `imports/schemas`. */
export interface SchemaFile {
  /**
   * Whether the API server reads these kinds into types of Go, where null counts as missing. For custom resources it
   * treats null as the schema says.
   */
  readonly go: boolean;
  /** Nodes by `apiVersion kind`, and that of `ObjectMeta`. */
  readonly roots: { readonly [name: string]: Ref };
  readonly nodes: readonly SchemaNode[];
}
