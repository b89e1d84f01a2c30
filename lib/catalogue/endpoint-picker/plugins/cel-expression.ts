import type * as cel from '@bufbuild/cel';

/** The functions and operators of CEL's standard library, which cel-go knows without extensions. */
const FUNCTIONS = new Set([
  ...['_+_', '_-_', '_*_', '_/_', '_%_', '-_', '!_', '_==_', '_!=_', '_<_', '_<=_', '_>_', '_>=_', '_&&_', '_||_'],
  ...['_?_:_', '_[_]', '@in', '_in_', 'in', '@not_strictly_false', 'size', 'matches', 'contains', 'startsWith'],
  ...['endsWith', 'bool', 'bytes', 'double', 'duration', 'dyn', 'int', 'string', 'timestamp', 'type', 'uint'],
  ...['getDate', 'getDayOfMonth', 'getDayOfWeek', 'getDayOfYear', 'getFullYear', 'getHours', 'getMilliseconds'],
  ...['getMinutes', 'getMonth', 'getSeconds'],
]);

const TYPES = ['bool', 'bytes', 'double', 'google', 'int', 'list', 'map', 'null_type', 'string', 'type', 'uint'];

/** Why an expression over the variable `usage` does not compile; undefined where it does, types aside. */
export function celViolation(expression: string): string | undefined {
  // CEL is loaded by the few who need it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { parse } = require('@bufbuild/cel') as typeof cel;
  let parsed;
  try {
    parsed = parse(expression);
  } catch (error) {
    return (error as Error).message;
  }
  return unknownName(parsed.expr, new Set(['usage', ...TYPES]));
}

function unknownName(node: any, names: ReadonlySet<string>): string | undefined {
  if (Array.isArray(node)) return first(node, (child) => unknownName(child, names));
  if (typeof node !== 'object' || node === null) return undefined;
  const { exprKind } = node;
  const value = exprKind?.value;
  if (exprKind?.case === 'identExpr' && !names.has(value.name)) return `it does not know ${value.name}`;
  if (exprKind?.case === 'callExpr' && !FUNCTIONS.has(value.function)) return `there is no function ${value.function}`;
  const known = exprKind?.case === 'comprehensionExpr' ? new Set([...names, value.iterVar, value.accuVar]) : names;
  return first(Object.values(node), (child) => unknownName(child, known));
}

function first<Item, Result>(items: Iterable<Item>, find: (item: Item) => Result | undefined): Result | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
