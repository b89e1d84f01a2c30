import type { RuleSource } from '../../../../lib/api-server/cel/schema-rules';
import { type Code, mismatch, CompileError, Unknown } from './code';
import { compile } from './compile';
import { mentions } from './expression';
import { parseExpression } from './parse-expression';
import { Scope } from './scope';
import type { Type } from './types';

/** JavaScript functions of `self`, or why there are none. */
export interface RuleCode {
  readonly holds?: string;
  readonly explain?: string;
  readonly unknown?: string;
}

/** Compiles a rule for values of a type; undefined for a rule about changes, which new objects need not obey. */
export function compileRule(source: RuleSource, self: Type): RuleCode | undefined {
  const scope = Scope.of({ self, ...(source.optionalOldSelf ? { oldSelf: { is: 'optional' } } : {}) });
  return known<RuleCode | undefined>(
    () => {
      const expression = parseExpression(source.rule);
      if (mentions(expression, 'oldSelf') && !source.optionalOldSelf) return undefined;
      const holds = functionOf(compile(expression, scope), 'bool');
      return { holds, explain: explanation(source, scope) };
    },
    (unknown) => ({ unknown }),
  );
}

/** If the message expression cannot be compiled, the message of the rule is used. */
function explanation({ messageExpression }: RuleSource, scope: Scope): string | undefined {
  if (messageExpression === undefined) return undefined;
  return known<string | undefined>(
    () => functionOf(compile(parseExpression(messageExpression), scope), 'string'),
    () => undefined,
  );
}

/** The result of `work`, or `otherwise` with the reason if it cannot be compiled. */
function known<Result>(work: () => Result, otherwise: (unknown: string) => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unknown || error instanceof CompileError) return otherwise(error.message);
    throw error;
  }
}

function functionOf({ js, type }: Code, kind: 'bool' | 'string'): string {
  if (type.is !== kind) throw mismatch(`a ${type.is} where a ${kind} is expected`, type);
  return `(self) => ${js}`;
}
