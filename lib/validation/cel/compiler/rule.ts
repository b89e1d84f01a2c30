import { type Code, mismatch, Mistake, Unknown } from './code';
import { compile } from './compile';
import { mentions } from './expression';
import { parseExpression } from './parse-expression';
import { Scope } from './scope';
import type { Type } from './types';

/** An entry of `x-kubernetes-validations`. https://kubernetes.io/docs/reference/kubernetes-api/definitions/ */
export interface RuleSource {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly fieldPath?: string;
  readonly optionalOldSelf?: boolean;
}

/** JavaScript functions of `self`, or why there are none. */
export interface RuleCode {
  readonly holds?: string;
  readonly explain?: string;
  readonly unknown?: string;
}

/**
 * Compiles a rule for values of a type; undefined for a rule about how an object may change, which has no say in what
 * may be made.
 */
export function compileRule(source: RuleSource, self: Type): RuleCode | undefined {
  const scope = Scope.of({ self, ...(source.optionalOldSelf ? { oldSelf: { is: 'optional' } } : {}) });
  try {
    const expression = parseExpression(source.rule);
    if (mentions(expression, 'oldSelf') && !source.optionalOldSelf) return undefined;
    const { messageExpression } = source;
    const explain = messageExpression && functionOf(compile(parseExpression(messageExpression), scope), 'string');
    return { holds: functionOf(compile(expression, scope), 'bool'), explain };
  } catch (error) {
    if (!(error instanceof Unknown || error instanceof Mistake)) throw error;
    return { unknown: error.message };
  }
}

function functionOf({ js, type }: Code, kind: 'bool' | 'string'): string {
  if (type.is !== kind) throw mismatch(`a ${type.is} where a ${kind} is expected`, type);
  return `(self) => ${js}`;
}
