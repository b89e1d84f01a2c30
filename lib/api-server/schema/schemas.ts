import { checksOf } from './checks';
import type { Check } from './violation';
import type { Ref, SchemaFile, SchemaNode } from './table';
import { type Type, TYPES } from './types';

/** The schema of one place in an object: a node of a table, prepared for checking. */
export interface Schema {
  readonly node: SchemaNode;
  readonly type?: Type;
  readonly checks: readonly Check[];
  /** Whether it has allOf, anyOf, oneOf or not. */
  readonly hasAlternatives: boolean;
  /** The declared fields. */
  readonly fields: ReadonlyMap<string, Ref>;
  /** The fields with a default. */
  readonly defaulted: readonly string[];
}

/** The schemas of a file. Each node is prepared on first use. */
export class Schemas {
  /** Whether null counts as missing everywhere, as in Go. */
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

  /** The schema of a field; undefined for an unknown field. */
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
