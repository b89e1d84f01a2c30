import { readFileSync } from 'node:fs';
import { imported } from '../imports';

let known: ReadonlySet<string> | undefined;

/**
 * The syntax error in a CEL expression; undefined if there is none. What the definitions in imports/ say is known to be
 * right, so that the parser is loaded for others only: it takes tens of milliseconds.
 */
export function parses(expression: string): string | undefined {
  known ??= new Set(JSON.parse(readFileSync(imported('cel', 'rules.json'), 'utf8')) as string[]);
  if (known.has(expression)) return undefined;
  // eslint-disable-next-line @typescript-eslint/no-require-imports, @typescript-eslint/consistent-type-imports
  const { syntaxError } = require('./compiler/parse-expression') as typeof import('./compiler/parse-expression');
  return syntaxError(expression);
}
