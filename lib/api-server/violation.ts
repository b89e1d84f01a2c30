import type { Path } from '../text/path';

/** Something in an object that an API server refuses, or that could not be checked. */
export interface ObjectViolation {
  /** The code of one of `STRUCTURE_RULES`. */
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
}

const SHOWN = 80;

/** A value as it should look in a message: texts quoted, and nothing longer than a line. */
export function show(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}

/** Alternatives as people list them: `a, b or c`. */
export function oneOf(values: readonly string[]): string {
  return listed(values, 'or');
}

const LISTED = 12;

/** Things as people list them: `a, b and c`. Of many, the first ones. */
export function listed(values: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (values.length > LISTED) return `${values.slice(0, LISTED).join(', ')}, … (${values.length})`;
  return values.length < 2 ? values.join() : `${values.slice(0, -1).join(', ')} ${conjunction} ${values.at(-1)}`;
}
