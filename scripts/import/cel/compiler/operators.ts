import { at, call, type Code, Level, mismatch, primary, Unknown } from './code';
import type { Expression } from './expression';
import type { Compile, Scope } from './scope';
import { BOOL, INT, STRING, type Type } from './types';

type Call = Extract<Expression, { is: 'call' }>;
type Operator = (args: readonly Expression[], scope: Scope, compile: Compile) => Code;

export function isOperator({ name }: Call): boolean {
  return OPERATORS.has(name);
}

export function compileOperator({ name, args }: Call, scope: Scope, compile: Compile): Code {
  return OPERATORS.get(name)!(args, scope, compile);
}

const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  Object.entries({
    '_&&_': logic({ operator: '&&', name: 'and', level: Level.And, decisive: false }),
    '_||_': logic({ operator: '||', name: 'or', level: Level.Or, decisive: true }),
    '!_': ([operand], scope, compile) => not(bool(compile(operand, scope))),
    '_?_:_': conditional,
    '_==_': equality('==='),
    '_!=_': equality('!=='),
    '_<_': relation('<'),
    '_<=_': relation('<='),
    '_>_': relation('>'),
    '_>=_': relation('>='),
    '_+_': binary(plus),
    '_-_': binary((left, right) => arithmetic('-', Level.Sum, left, right)),
    '_*_': binary((left, right) => arithmetic('*', Level.Product, left, right)),
    '_/_': binary((left, right) => division('divide', '/', left, right)),
    '_%_': binary((left, right) => division('modulo', '%', left, right)),
    '-_': ([operand], scope, compile) => negative(compile(operand, scope)),
    '_[_]': binary(index),
    '@in': binary(isIn),
  } satisfies { [name: string]: Operator }),
);

function binary(operator: (left: Code, right: Code) => Code): Operator {
  return ([left, right], scope, compile) => operator(compile(left, scope), compile(right, scope));
}

interface Logic {
  readonly operator: string;
  readonly name: string;
  readonly level: Level;
  /** The value of one operand that decides the result. */
  readonly decisive: boolean;
}

/**
 * In CEL the order of operands does not matter: `false` decides an `&&` even if the left side fails. If the left side
 * cannot fail, JavaScript's operator does the same, and the right side may rely on the value of the left one.
 */
function logic(kind: Logic): Operator {
  const other = !kind.decisive;
  return (operands, scope, compile) => {
    const left = bool(compile(operands[0], scope));
    const right = bool(compile(operands[1], left.safe ? scope.after(left, other) : scope));
    const both = [left, right].flatMap(({ proves }) => proves?.[`${other}`] ?? []);
    const proves = { true: [], false: [], [`${other}`]: both };
    if (!left.safe) {
      return { ...primary(`${kind.name}(() => ${left.js}, () => ${right.js})`, BOOL, false), proves };
    }
    const js = [left, right].map((code) => operand(kind, code)).join(` ${kind.operator} `);
    return { js, level: kind.level, type: BOOL, safe: right.safe, proves };
  };
}

/** An `&&` inside an `||` gets parentheses for readability. */
function operand({ level }: Logic, code: Code): string {
  return at(code.level === Level.And && level === Level.Or ? Level.Primary : level, code);
}

function not(operand: Code): Code {
  const { proves, safe } = operand;
  const swapped = proves && { true: proves.false, false: proves.true };
  const presence = / != null$/.exec(operand.js);
  // `!(x != null)` reads better as `x == null`.
  const [js, level] =
    presence !== null && operand.level === Level.Equality
      ? [operand.js.replace(/ != null$/, ' == null'), Level.Equality]
      : [`!${at(Level.Unary, operand)}`, Level.Unary];
  return { js, level, type: BOOL, safe, proves: swapped };
}

function conditional([test, yes, no]: readonly Expression[], scope: Scope, compile: Compile): Code {
  const condition = bool(compile(test, scope));
  const [left, right] = [compile(yes, scope.after(condition, true)), compile(no, scope.after(condition, false))];
  const type = left.type.is === 'nothing' ? right.type : left.type;
  if (left.type.is !== right.type.is && left.type.is !== 'nothing' && right.type.is !== 'nothing') {
    throw noOverload('_?_:_', left.type, right.type);
  }
  const js = `${at(Level.Or, condition)} ? ${at(Level.Conditional, left)} : ${at(Level.Conditional, right)}`;
  return { js, level: Level.Conditional, type, safe: condition.safe && left.safe && right.safe };
}

function bool(code: Code): Code {
  if (code.type.is !== 'bool') throw mismatch(`a ${code.type.is} where a bool is expected`, code.type);
  return code;
}

function noOverload(operator: string, left: Type, right: Type): Error {
  return mismatch(`no matching overload for '${operator}' of ${left.is} and ${right.is}`, left, right);
}

const EITHER = new Set(['int', 'double', 'string', 'int-or-string']);
const PRIMITIVES = new Set(['bool', 'int', 'double', 'string', 'int-or-string', 'duration', 'type', 'null']);

function isSame(left: Type, right: Type): boolean {
  const kinds = [left.is, right.is];
  return (
    left.is === right.is ||
    kinds.includes('nothing') ||
    (kinds.includes('int-or-string') && kinds.every((kind) => EITHER.has(kind)))
  );
}

function equality(operator: '===' | '!=='): Operator {
  return binary((left, right) => {
    const { type } = left;
    if (!isSame(type, right.type)) throw noOverload('==', type, right.type);
    if (PRIMITIVES.has(type.is) && PRIMITIVES.has(right.type.is)) return infix(operator, Level.Equality, left, right);
    if (hasUnknownEquality(type) || hasUnknownEquality(right.type)) throw new Unknown(`equality of ${type.is}`);
    const equal = call('equals', [left, right], BOOL, true);
    return operator === '===' ? equal : not(equal);
  });
}

/** Lists that are maps or sets are equal in any order, which is not supported. */
function hasUnknownEquality(type: Type): boolean {
  if (type.is === 'list') return type.unordered === true || hasUnknownEquality(type.of);
  return type.is === 'map' ? hasUnknownEquality(type.of) : !PRIMITIVES.has(type.is) && type.is !== 'nothing';
}

const NUMBERS = new Set(['int', 'double']);
const ORDERED = new Set([...NUMBERS, 'bool', 'string', 'duration']);

function relation(operator: string): Operator {
  return binary((left, right) => {
    const kinds = [left.type.is, right.type.is];
    const same = isSame(left.type, right.type);
    if (kinds.every((kind) => ORDERED.has(kind)) && (same || kinds.every((kind) => NUMBERS.has(kind)))) {
      return infix(operator, Level.Relation, left, right);
    }
    if (!same || !kinds.includes('int-or-string')) throw noOverload(operator, left.type, right.type);
    const order = call('compare', [left, right], INT, false);
    return infix(operator, Level.Relation, order, primary('0', INT, true));
  });
}

function infix(operator: string, level: Level, left: Code, right: Code): Code {
  const js = `${at(level === Level.Equality ? level + 1 : level, left)} ${operator} ${at(level + 1, right)}`;
  return { js, level, type: BOOL, safe: left.safe && right.safe };
}

function plus(left: Code, right: Code): Code {
  if (left.type.is === 'string' && right.type.is === 'string')
    return { ...infix('+', Level.Sum, left, right), type: STRING };
  if (left.type.is === 'list' && right.type.is === 'list' && left.type.unordered !== true) {
    if (!isSame(left.type.of, right.type.of)) throw noOverload('+', left.type, right.type);
    return primary(`[...${left.js}, ...${right.js}]`, left.type, left.safe && right.safe);
  }
  return arithmetic('+', Level.Sum, left, right);
}

const CHECKED = /^int64\((.*)\)$/;

/** Integers have 64 bits in CEL; an overflow is an error. A sum of several terms is checked once. */
function arithmetic(operator: string, level: Level, left: Code, right: Code): Code {
  const kind = numberKind(operator, left, right);
  const sum = CHECKED.exec(left.js);
  const plain = operator === '+' && sum !== null ? { ...left, js: sum[1], level: Level.Sum } : left;
  const code = { ...infix(operator, level, plain, right), type: kind };
  return kind.is === 'double' ? code : call('int64', [code], INT, false);
}

function division(name: string, operator: string, left: Code, right: Code): Code {
  const kind = numberKind(operator, left, right);
  if (kind.is === 'int') return call(name, [left, right], INT, false);
  if (operator === '%') throw mismatch("no matching overload for '%' of doubles", kind);
  return { ...infix(operator, Level.Product, left, right), type: kind };
}

function numberKind(operator: string, left: Code, right: Code): Type {
  const { is } = left.type;
  if (is !== right.type.is || (is !== 'int' && is !== 'double')) {
    throw new Unknown(`'${operator}' of ${is} and ${right.type.is}`);
  }
  return left.type;
}

function negative(operand: Code): Code {
  if (operand.type.is !== 'int' && operand.type.is !== 'double') throw new Unknown(`'-' of ${operand.type.is}`);
  return { ...operand, js: `-${at(Level.Unary, operand)}`, level: Level.Unary };
}

function index(of: Code, key: Code): Code {
  if (of.type.is === 'list' && key.type.is === 'int') return call('item', [of, key], of.type.of, false);
  if (of.type.is === 'map' && key.type.is === 'string') return call('entry', [of, key], of.type.of, false);
  throw noOverload('_[_]', of.type, key.type);
}

function isIn(value: Code, of: Code): Code {
  if (of.type.is === 'map' && value.type.is === 'string') return call('Object.hasOwn', [of, value], BOOL, true);
  if (of.type.is !== 'list') throw noOverload('in', value.type, of.type);
  if (!PRIMITIVES.has(value.type.is)) throw new Unknown(`'in' of ${value.type.is}`);
  if (!isSame(value.type, of.type.of)) {
    throw mismatch(`'in' of ${value.type.is} and a list of ${of.type.of.is}`, value.type, of.type.of);
  }
  return primary(`${at(Level.Primary, of)}.includes(${value.js})`, BOOL, of.safe && value.safe);
}
