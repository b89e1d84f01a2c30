import { CompileError, Unknown } from '../../cel/compiler/code';
import { compile } from '../../cel/compiler/compile';
import { type Expression, mentions } from '../../cel/compiler/expression';
import { parseExpression } from '../../cel/compiler/parse-expression';
import { Scope } from '../../cel/compiler/scope';
import { type Schema, type Type, typeOf } from '../../cel/compiler/types';
import type { Subject } from './cel-subject';

/** Why an API server cannot compile an expression; undefined where it can, or where that is not known. */
export function compileErrorOf(text: string, { schema, isRoot, type, optionalOldSelf }: Subject): string | undefined {
  const self = typeOfSchema(schema, isRoot);
  if (self === undefined) return undefined;
  try {
    const expression = parsed(text);
    const oldSelf: Type = optionalOldSelf ? { is: 'optional' } : self;
    const code = compile(expression, Scope.of({ self, ...(mentions(expression, 'oldSelf') && { oldSelf }) }));
    return code.type.is === type || code.type.is === 'int-or-string'
      ? undefined
      : `it gives a ${code.type.is}, expected a ${type}`;
  } catch (error) {
    if (error instanceof CompileError) return error.message;
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}

/** A definition has several rules for one schema, and one rule for several. */
const types = new WeakMap<object, Type | undefined>();
const expressions = new Map<string, Expression>();

function typeOfSchema(schema: Schema, isRoot: boolean): Type | undefined {
  if (!types.has(schema)) types.set(schema, typeOf(schema, isRoot));
  return types.get(schema);
}

function parsed(text: string): Expression {
  const expression = expressions.get(text) ?? parseExpression(text);
  expressions.set(text, expression);
  return expression;
}
