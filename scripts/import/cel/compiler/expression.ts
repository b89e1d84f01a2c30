import { CompileError, Unknown } from './code';

/** A CEL expression, as far as it can be compiled. Macros are calls, not expanded. */
export type Expression =
  | { readonly is: 'literal'; readonly type: LiteralType; readonly value: unknown }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'select'; readonly of: Expression; readonly field: string }
  | { readonly is: 'has'; readonly of: Expression; readonly field: string }
  | { readonly is: 'call'; readonly name: string; readonly target?: Expression; readonly args: readonly Expression[] }
  | { readonly is: 'list'; readonly elements: readonly Expression[] }
  | { readonly is: 'map'; readonly entries: readonly (readonly [Expression, Expression])[] };

export type LiteralType = 'int' | 'double' | 'string' | 'bool' | 'null' | 'uint' | 'bytes';

/** The result of `parse` of @bufbuild/cel: https://github.com/google/cel-spec/blob/master/proto/cel/expr/syntax.proto */
export interface Parsed {
  readonly expr: Node;
  readonly sourceInfo: { readonly macroCalls: { readonly [id: string]: Node } };
}

interface Node {
  readonly id: bigint;
  readonly exprKind: { readonly case?: string; readonly value?: any };
}

const LITERAL_TYPES: { readonly [kind: string]: LiteralType } = {
  boolValue: 'bool',
  int64Value: 'int',
  uint64Value: 'uint',
  doubleValue: 'double',
  stringValue: 'string',
  bytesValue: 'bytes',
  nullValue: 'null',
};

/** Converts a parsed expression. Macros are kept as they were written. */
export function toExpression({ expr, sourceInfo }: Parsed): Expression {
  const convert = ({ id, exprKind }: Node): Expression => {
    const macro = sourceInfo.macroCalls[String(id)] ?? { exprKind };
    return CONVERTERS[macro.exprKind.case ?? ''](macro.exprKind.value, convert);
  };
  return convert(expr);
}

type Convert = (node: Node) => Expression;

const CONVERTERS: { readonly [kind: string]: (value: any, convert: Convert) => Expression } = {
  constExpr: ({ constantKind }) => {
    const type = LITERAL_TYPES[constantKind.case];
    return {
      is: 'literal',
      type,
      value: type === 'int' || type === 'uint' ? Number(constantKind.value) : constantKind.value,
    };
  },
  identExpr: ({ name }) => ({ is: 'name', name }),
  selectExpr: ({ operand, field }, convert) => ({ is: 'select', of: convert(operand), field }),
  callExpr: ({ function: name, target, args }, convert) =>
    name === 'has'
      ? presence(args, convert)
      : { is: 'call', name, target: target && convert(target), args: args.map(convert) },
  listExpr: ({ elements }, convert) => ({ is: 'list', elements: elements.map(convert) }),
  structExpr: ({ messageName, entries }, convert) => {
    if (messageName !== '') throw new Unknown(messageName);
    return {
      is: 'map',
      entries: entries.map(({ keyKind, value }: any) => [convert(keyKind.value), convert(value)] as const),
    };
  },
};

function presence([field, ...more]: readonly Node[], convert: Convert): Expression {
  if (field?.exprKind.case !== 'selectExpr' || more.length > 0)
    throw new CompileError('invalid argument to has() macro');
  return { is: 'has', of: convert(field.exprKind.value.operand), field: field.exprKind.value.field };
}

/** Whether an expression uses a variable. */
export function mentions(expression: Expression, name: string): boolean {
  return expression.is === 'name' ? expression.name === name : partsOf(expression).some((part) => mentions(part, name));
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.is) {
    case 'select':
    case 'has':
      return [expression.of];
    case 'call':
      return expression.target === undefined ? expression.args : [expression.target, ...expression.args];
    case 'list':
      return expression.elements;
    case 'map':
      return expression.entries.flat();
    default:
      return [];
  }
}
