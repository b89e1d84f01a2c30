import { type Code, Level, mismatch, primary, Unknown } from './code';
import type { Expression } from './expression';
import { FUNCTIONS, type Overload } from './functions';
import { toRegExp } from './regular-expression';
import type { Compile, Scope } from './scope';
import { BOOL, type Kind } from './types';

type Call = Extract<Expression, { is: 'call' }>;

/** A call of a function or method that is neither an operator nor a macro. */
export function compileCall({ name, target, args }: Call, scope: Scope, compile: Compile): Code {
  const operands = target === undefined ? args : [target, ...args];
  if (name === 'matches' && operands.length === 2) return matches(operands, scope, compile);
  const values = operands.map((operand) => compile(operand, scope));
  if (values[0]?.type.is === 'optional') return ofNothing(name, values);
  const overloads = FUNCTIONS.get(target === undefined ? name : `.${name}`);
  if (overloads === undefined) throw new Unknown(`the function ${name}`);
  const exact = overloads.find(({ takes }) => isSame(takes, values));
  if (exact !== undefined) return apply(exact, values);
  const narrowed = overloads.find(({ takes }) => isSame(takes, values, 'int-or-string'));
  if (narrowed === undefined) throw new Unknown(`${name} of ${kinds(values)}`);
  return apply(
    narrowed,
    values.map((value, position) => narrow(value, narrowed.takes[position])),
  );
}

function kinds(values: readonly Code[]): string {
  return values.map(({ type }) => type.is).join(', ');
}

function isSame(takes: readonly Kind[], values: readonly Code[], also?: Kind): boolean {
  return (
    takes.length === values.length &&
    values.every(({ type: { is } }, position) => is === takes[position] || is === also)
  );
}

/** An int-or-string is one of both at run time. A function that takes only the other type then throws an error. */
function narrow(value: Code, kind: Kind): Code {
  if (value.type.is === kind) return value;
  const js = kind === 'string' ? `text(${value.js})` : `number(${value.js})`;
  return primary(js, { is: 'int-or-string' }, false);
}

const PLACEHOLDER = /\$(\d|\*)/g;

function apply({ js, gives, fails }: Overload, values: readonly Code[]): Code {
  const filled = js.replace(PLACEHOLDER, (_, index: string) =>
    index === '*' ? values.map((value) => value.js).join(', ') : fill(values[Number(index)], js),
  );
  const safe = fails !== true && values.every((value) => value.safe);
  return { js: filled, level: / [<>] /.test(js) ? Level.Relation : Level.Primary, type: gives, safe };
}

/** An argument, in parentheses if operators around it bind tighter. */
function fill({ js, level }: Code, template: string): string {
  return level === Level.Primary || /^[\w.]+\(/.test(template) ? js : `(${js})`;
}

/** Literal patterns are compiled ahead, as Kubernetes does. Other patterns are not supported. */
function matches([text, pattern]: readonly Expression[], scope: Scope, compile: Compile): Code {
  if (pattern.is !== 'literal' || pattern.type !== 'string') throw new Unknown('matches of a pattern that is computed');
  const value = compile(text, scope);
  if (value.type.is !== 'string' && value.type.is !== 'int-or-string') {
    throw mismatch(`no matching overload for 'matches' of ${value.type.is}`, value.type);
  }
  const string = narrow(value, 'string');
  return primary(`${toRegExp(pattern.value as string)}.test(${string.js})`, BOOL, string.safe);
}

/** When an object is created, oldSelf is an optional without a value. */
function ofNothing(name: string, [, other]: readonly Code[]): Code {
  switch (name) {
    case 'hasValue':
      return primary('false', BOOL, true);
    case 'orValue':
      return other;
    default:
      throw new Unknown(`${name} of an optional`);
  }
}
