import type { Path } from '../../text/path';
import { nearest } from '../../text/nearest';
import type { ObjectViolation } from '../violation';
import { listed, oneOf, show } from '../../text/wording';
import { REQUIRED } from '../rules/required';
import { own } from '../../text/own';
import { UNKNOWN_FIELD } from '../rules/unknown-field';
import type { SchemaViolation } from './violation';
import { combinatorViolation } from './combinators';
import { duplicates } from './lists';
import type { Schema, Schemas } from './schemas';
import { isObject, TYPES } from './types';
import { convertible, wrongType } from './wrong-type';

/**
 * Checks a value against a schema and adds to `violations`. Returns the value with the defaults of the schema and
 * without parts of a wrong type; undefined if nothing is left. Only changed parts are copied.
 */
export function fit(
  value: unknown,
  schema: Schema,
  schemas: Schemas,
  violations: ObjectViolation[],
  path: Path = [],
): unknown {
  return new Fitting(schemas, violations, [...path]).fit(value, schema);
}

class Fitting {
  constructor(
    private readonly schemas: Schemas,
    private readonly violations: ObjectViolation[],
    /** The current place. */
    private readonly path: (string | number)[],
  ) {}

  fit(value: unknown, schema: Schema): unknown {
    const { type } = schema;
    if (type !== undefined && !type.matches(value)) {
      this.refuse(wrongType(value, type));
      return convertible(value, type);
    }
    const before = this.violations.length;
    const fitted = this.fitParts(value, schema);
    for (const check of schema.checks) {
      const violation = check(fitted);
      if (violation !== undefined) this.refuse(violation);
    }
    if (schema.hasAlternatives && this.violations.length === before) {
      const violation = combinatorViolation(fitted, schema, this.schemas);
      if (violation !== undefined) this.refuse(violation);
    }
    return fitted;
  }

  /** The parts of a value are checked before the value itself, so that it has all defaults then. */
  private fitParts(value: unknown, schema: Schema): unknown {
    if (schema.node.object !== undefined) return this.fitUnion(value, schema);
    if (Array.isArray(value)) return this.fitItems(value, schema);
    return isObject(value) ? this.fitFields(value, schema) : value;
  }

  /** A value of one of several types. */
  private fitUnion(value: unknown, { node }: Schema): unknown {
    const names = (['object', 'array', 'boolean'] as const).filter((name) => node[name] !== undefined);
    const name = names.find((candidate) => TYPES[candidate].matches(value));
    if (name !== undefined) return this.fit(value, this.schemas.at(node[name]!));
    const description = oneOf(names.map((candidate) => TYPES[candidate].description));
    this.refuse(wrongType(value, { ...TYPES.object, description }));
    return undefined;
  }

  private fitItems(list: readonly unknown[], { node }: Schema): unknown {
    if (node.items === undefined) return list;
    const schema = this.schemas.at(node.items);
    let result = list as unknown[];
    for (const [index, item] of list.entries()) {
      this.path.push(index);
      const fitted = (item ?? null) === null ? this.fitNull(schema, 'item') : this.fit(item, schema);
      this.path.pop();
      if (fitted === item && item !== undefined) continue;
      if (result === list) result = [...list];
      result[index] = fitted === undefined ? (schema.type?.empty ?? null) : fitted;
    }
    if (node.unique !== undefined) {
      for (const violation of duplicates(result, node.unique)) this.refuse(violation);
    }
    return result;
  }

  private fitFields(object: Fields, schema: Schema): unknown {
    let result = object;
    const change = (name: string, value: unknown) => {
      if (result === object) result = { ...object };
      if (value === undefined) delete result[name];
      else result[name] = value;
    };
    for (const name of Object.keys(object)) {
      const value = object[name];
      const fitted = this.fitField(name, value, schema);
      if (fitted !== value || fitted === undefined) change(name, fitted);
    }
    for (const name of schema.defaulted) {
      const field = this.schemas.field(schema, name)!;
      if (own(result, name) === undefined) change(name, this.fit(field.node.default, field));
    }
    for (const name of schema.node.required ?? []) {
      if (own(result, name) === undefined && (own(object, name) ?? undefined) === undefined)
        this.refuse(missing(name, this.schemas.field(schema, name)));
    }
    return result;
  }

  private fitField(name: string, value: unknown, schema: Schema): unknown {
    if (value === undefined) return undefined;
    const field = this.schemas.field(schema, name);
    if (field === undefined) {
      if (schema.node.open) return value;
      this.refuse(unknownField(name, schema));
      return undefined;
    }
    this.path.push(name);
    const fitted =
      value === null ? this.fitNull(field, schema.fields.has(name) ? 'field' : 'value') : this.fit(value, field);
    this.path.pop();
    return fitted;
  }

  /**
   * Go ignores a field that is null, and reads null as the zero value of its type in lists and maps. For custom
   * resources see apiextensions-apiserver pkg/apiserver/schema/defaulting.
   */
  private fitNull(schema: Schema, place: 'field' | 'value' | 'item'): unknown {
    const { node, type } = schema;
    if (this.schemas.go && place === 'field') return undefined;
    // The zero value of a struct lacks its required fields.
    if (this.schemas.go) return type === TYPES.object ? this.fit({}, schema) : (type?.empty ?? null);
    if (node.nullable) return null;
    if (node.default !== undefined) return this.fit(node.default, schema);
    return place === 'item' ? this.fit(null, schema) : undefined;
  }

  private refuse({ code, path = [], message, remedy }: SchemaViolation): void {
    this.violations.push({ code, path: [...this.path, ...path], message, remedy });
  }
}

interface Fields {
  [name: string]: unknown;
}

function missing(name: string, schema: Schema | undefined): SchemaViolation {
  const what = schema?.type === undefined ? '' : `, ${schema.type.description}`;
  return { code: REQUIRED.code, path: [name], message: `${name} is missing`, remedy: `add ${name}${what}` };
}

function unknownField(name: string, { fields }: Schema): SchemaViolation {
  const near = nearest(name, fields.keys());
  const known = fields.size === 0 ? 'and no other' : `only ${listed([...fields.keys()].sort())}`;
  return {
    code: UNKNOWN_FIELD.code,
    path: [name],
    message: `there is no field ${show(name)} here${near === undefined ? `, ${known}` : `; did you mean ${show(near)}?`}`,
    remedy: near === undefined ? 'remove it, or move it to where it belongs' : `write ${near}`,
  };
}
