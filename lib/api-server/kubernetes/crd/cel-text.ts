import type { Subject } from './cel-subject';

/** Why an expression cannot be compiled; undefined where it can, or where that cannot be said. */
export function compileErrorIn(text: string, subject: Subject): string | undefined {
  // The compiler takes a while to load, and the definitions that we install need none.
  // eslint-disable-next-line @typescript-eslint/no-require-imports, @typescript-eslint/consistent-type-imports
  const { compileErrorOf } = require('./cel-compiler') as typeof import('./cel-compiler');
  return compileErrorOf(text, subject);
}
