import type { Path } from '../../text/path';
import type { ObjectViolation } from '../violation';
import { BROKEN, NOT_CHECKED } from './docs';
import { EvaluationError } from './runtime/errors';
import type { CompiledRule } from './tree';

/** Evaluates a rule for a value; undefined if the rule holds. */
export function checkRule(rule: CompiledRule, value: unknown, path: Path): ObjectViolation | undefined {
  const { holds, unknown = '', at = [] } = rule;
  if (holds === undefined) return notChecked(rule, path, unknown);
  try {
    return holds(value) ? undefined : broken(rule, [...path, ...at], explanation(rule, value));
  } catch (error) {
    return error instanceof EvaluationError
      ? broken(rule, path, withoutResult(rule, error.message))
      : notChecked(rule, path, (error as Error).message);
  }
}

function broken({ rule }: CompiledRule, path: Path, message: string): ObjectViolation {
  return { code: BROKEN.code, path: [...path], message, remedy: `change it so that this holds: ${shortened(rule)}` };
}

function notChecked({ rule, message = shortened(rule) }: CompiledRule, path: Path, why: string): ObjectViolation {
  return {
    code: NOT_CHECKED.code,
    path: [...path],
    message: `the rule of the definition ${JSON.stringify(message)} was not checked: ${why}`,
    remedy: 'ask an API server: kubectl apply --dry-run=server',
  };
}

const MAX_LENGTH = 200;

function shortened(rule: string): string {
  const line = rule.trim().replace(/\s+/g, ' ');
  return line.length <= MAX_LENGTH ? line : `${line.slice(0, MAX_LENGTH)}…`;
}

/** The result of the message expression if it is one line of text, else the message. */
function explanation({ rule, message, explain }: CompiledRule, value: unknown): string {
  try {
    const text = explain?.(value).trim();
    if (text && !text.includes('\n')) return text;
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
  }
  return message ?? `failed rule: ${shortened(rule)}`;
}

/** The API server's message for an evaluation that ends in an error. It refuses the object then too. */
function withoutResult({ rule, message = shortened(rule) }: CompiledRule, error: string): string {
  return error.startsWith('no such overload')
    ? `'${error}': call arguments did not match a supported operator, function or macro signature for rule: ${message}`
    : `${error} evaluating rule: ${message}`;
}
