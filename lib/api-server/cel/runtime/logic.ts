import { EvaluationError } from './errors';

/** `&&`: false where one side is, even if the other is an error. */
export function and(left: () => boolean, right: () => boolean): boolean {
  return !decide([left, right], false);
}

/** `||`: true where one side is, even if the other is an error. */
export function or(left: () => boolean, right: () => boolean): boolean {
  return decide([left, right], true);
}

export function all<Item>(items: readonly Item[], holds: (item: Item) => boolean): boolean {
  return !decide(lazily(items, holds), false);
}

export function exists<Item>(items: readonly Item[], holds: (item: Item) => boolean): boolean {
  return decide(lazily(items, holds), true);
}

function* lazily<Item>(items: readonly Item[], holds: (item: Item) => boolean): Iterable<() => boolean> {
  for (const item of items) yield () => holds(item);
}

/** Whether one of `operands` is `decisive`. Where none is, the first error counts. */
function decide(operands: Iterable<() => boolean>, decisive: boolean): boolean {
  let error: EvaluationError | undefined;
  for (const operand of operands) {
    try {
      if (operand() === decisive) return true;
    } catch (thrown) {
      if (!(thrown instanceof EvaluationError)) throw thrown;
      error ??= thrown;
    }
  }
  if (error !== undefined) throw error;
  return false;
}
