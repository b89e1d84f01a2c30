import { checksOf } from './checks';
import type { Check } from './violation';
import type { Ref, SchemaFile, SchemaNode } from './table';
import { type Type, TYPES } from './types';

/** What one place of an object may hold: a node of a table, made ready for use. */
export interface Schema {
  readonly node: SchemaNode;
  readonly type?: Type;
  readonly checks: readonly Check[];
  /** Whether it has allOf, anyOf, oneOf or not. */
  readonly hasAlternatives: boolean;
  /** The fields that it knows. */
  readonly fields: ReadonlyMap<string, Ref>;
  /** Those that an object gets where it does not have them. */
  readonly defaulted: readonly string[];
}

/** The schemas of a file. Each is made ready when the first value gets there. */
export class Schemas {
  /** Whether null is nothing, wherever it stands. */
  readonly go: boolean;
  private readonly ready: Schema[] = [];

  constructor(private readonly file: SchemaFile) {
    this.go = file.go;
  }

  /** The schema of a kind, by `apiVersion kind`. */
  root(name: string): Schema {
    return this.at(this.file.roots[name]);
  }

  at(ref: Ref): Schema {
    return (this.ready[ref] ??= this.prepare(this.file.nodes[ref]));
  }

  /** What a field may hold; undefined for one that a schema does not know. */
  field({ fields, node }: Schema, name: string): Schema | undefined {
    const ref = fields.get(name) ?? node.values;
    return ref === undefined ? undefined : this.at(ref);
  }

  private prepare(node: SchemaNode): Schema {
    const fields = new Map(Object.entries(node.properties ?? {}));
    return {
      node,
      type: node.type && TYPES[node.type],
      checks: checksOf(node),
      hasAlternatives: (node.allOf ?? node.anyOf ?? node.oneOf ?? node.not) !== undefined,
      fields,
      defaulted: [...fields].filter(([, ref]) => this.file.nodes[ref].default !== undefined).map(([name]) => name),
    };
  }
}
