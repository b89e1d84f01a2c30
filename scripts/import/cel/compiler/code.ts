import type { Kind, Type } from './types';

/** JavaScript for a CEL expression. */
export interface Code {
  readonly js: string;
  /** How tightly `js` binds. */
  readonly level: Level;
  readonly type: Type;
  /** Whether its evaluation never fails. */
  readonly safe: boolean;
  /** Fields that are known to be present if it is true, and if it is false, as JavaScript. */
  readonly proves?: { readonly true: readonly string[]; readonly false: readonly string[] };
}

/** Precedence of JavaScript's operators, lowest first. */
export enum Level {
  Arrow,
  Conditional,
  Or,
  And,
  Equality,
  Relation,
  Sum,
  Product,
  Unary,
  Primary,
}

/** The code, in parentheses where it binds less tightly than `level`. */
export function at(level: Level, { js, level: own }: Pick<Code, 'js' | 'level'>): string {
  return own < level ? `(${js})` : js;
}

/** A call of a function of lib/api-server/cel/runtime, or of one of JavaScript's own. */
export function call(name: string, args: readonly Code[], type: Type, safe: boolean): Code {
  return primary(`${name}(${args.map(({ js }) => js).join(', ')})`, type, safe && args.every((arg) => arg.safe));
}

export function primary(js: string, type: Type, safe: boolean): Code {
  return { js, level: Level.Primary, type, safe };
}

/** The rule is invalid: an API server refuses its definition. */
export class CompileError extends Error {}

/** The rule uses something that this compiler does not support. */
export class Unknown extends Error {}

/** Kinds whose operations are all supported. */
const PLAIN: ReadonlySet<Kind> = new Set(['bool', 'int', 'double', 'string', 'list', 'map', 'object', 'duration']);

/** The error for an operation that values of these types do not have. */
export function mismatch(message: string, ...types: readonly Type[]): CompileError | Unknown {
  return types.every(({ is }) => PLAIN.has(is)) ? new CompileError(message) : new Unknown(message);
}
