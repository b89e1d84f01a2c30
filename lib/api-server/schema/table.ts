import type { TypeName } from './types';

/*
 * Schemas as `npm run import` compiles them for a machine to walk: without references, documentation and repetition.
 * A node says what it says for itself; other nodes it names by their positions in the table.
 */

/** Position of a node in its table. */
export type Ref = number;

/** What one place of an object may hold. Keywords mean what they mean in OpenAPI, as far as they are spelled alike. */
export interface SchemaNode {
  /** Anything where it is left out. */
  readonly type?: TypeName;
  readonly nullable?: true;
  readonly default?: unknown;
  readonly properties?: { readonly [field: string]: Ref };
  /** The values of a map. */
  readonly values?: Ref;
  readonly required?: readonly string[];
  /** Fields that are not in `properties` are fine. */
  readonly open?: true;
  readonly items?: Ref;
  /** `true` for a set; for a list that is a map, the fields that tell its items apart. */
  readonly unique?: true | readonly string[];
  /** Where a field may have one of several types, each has a node of its own. */
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

/** What a file of `imports/schemas` holds. */
export interface SchemaFile {
  /**
   * Whether the API server reads these kinds into Go's types, where null is nothing. It keeps custom resources as they
   * come and treats null by their schema.
   */
  readonly go: boolean;
  /** `apiVersion kind` -> its node. `ObjectMeta` stands under that name. */
  readonly roots: { readonly [name: string]: Ref };
  readonly nodes: readonly SchemaNode[];
}
