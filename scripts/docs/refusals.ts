import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../support/root';

/** A code with which a construct or a command refuses what it is given. */
export interface Refusal {
  readonly code: string;
  /** Path from the root of the repository. */
  readonly file: string;
  /** The expected value, with `…` for parts that depend on the case. */
  readonly expected: string;
}

/** Every code that is written where something is refused, in the order of codes. */
export function refusals(): Refusal[] {
  const files = readdirSync(join(ROOT, 'lib'), { recursive: true, encoding: 'utf8' });
  const found = files
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => refusalsIn(join('lib', path)))
    .map((refusal) => [Object.values(refusal).join('\n'), refusal] as const);
  return [...new Map(found)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, refusal]) => refusal);
}

function refusalsIn(file: string): Refusal[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found: Refusal[] = [];
  const visit = (node: ts.Node): void => {
    const expected = ts.isStringLiteral(node) && node.text.startsWith('LLMD-') ? expectedBeside(node) : undefined;
    if (expected !== undefined) found.push({ code: (node as ts.StringLiteral).text, file, expected: textOf(expected) });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** What is expected beside a code: `{ code, …, expected }`, or `agreed(…, code, expected)`. */
function expectedBeside(code: ts.StringLiteral): ts.Node | undefined {
  const { parent } = code;
  if (ts.isPropertyAssignment(parent)) {
    return parent.parent.properties.find((property) => property.name?.getText() === 'expected');
  }
  const isHandedOn = ts.isCallExpression(parent) && parent.expression.getText() === 'agreed';
  return isHandedOn ? parent.arguments[parent.arguments.indexOf(code) + 1] : undefined;
}

function textOf(expression: ts.Node): string {
  if (ts.isPropertyAssignment(expression)) return textOf(expression.initializer);
  if (ts.isStringLiteralLike(expression)) return expression.text;
  if (ts.isBinaryExpression(expression)) return textOf(expression.left) + textOf(expression.right);
  if (!ts.isTemplateExpression(expression)) return '…';
  return expression.head.text + expression.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}
