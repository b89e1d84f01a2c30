import type { Diagnostic } from '../../api-server/diagnostic';
import { grouped } from '../../text/grouped';
import { objectOf } from './place';

/** Options of `reportText`. */
export interface TextOptions {
  /** How many objects were checked. */
  readonly objects: number;
  /**
   * Whether to use the colours of a terminal.
   * @default false
   */
  readonly color?: boolean;
}

/** ANSI codes of styles. */
const STYLES = { bold: 1, dim: 2, error: 31, warning: 33, note: 36 };

type Paint = (style: keyof typeof STYLES, text: string) => string;

/** Writes diagnostics for a terminal: by object, and a summary such as `3 errors, 1 warning in 2 of 14 objects`. */
export function reportText(diagnostics: readonly Diagnostic[], { objects, color = false }: TextOptions): string {
  const paint: Paint = color ? (style, text) => `\x1b[${STYLES[style]}m${text}\x1b[0m` : (_, text) => text;
  const groups = grouped(diagnostics, titleOf);
  const blocks = [...groups].map(
    ([title, group]) => `${paint('bold', title)}\n${group.map((diagnostic) => block(diagnostic, paint)).join('')}\n`,
  );
  return `${blocks.join('')}${summary(diagnostics, objects)}\n`;
}

function titleOf(diagnostic: Diagnostic): string {
  const { file, document, construct } = diagnostic;
  const object = objectOf(diagnostic) || (document === undefined ? '' : `document ${document}`);
  const title = [file, object].filter(Boolean).join(': ');
  return [title, construct && `(made by ${construct})`].filter(Boolean).join(' ') || 'in general';
}

function block({ severity, code, path, file, line, message, remedy }: Diagnostic, paint: Paint): string {
  const at = path && ` at ${path}`;
  const where = line === undefined ? '' : paint('dim', ` (${file === undefined ? 'line ' : `${file}:`}${line})`);
  return `  ${paint(severity, severity)} ${code}${at}${where}\n    ${message}\n    Fix: ${remedy}\n`;
}

function summary(diagnostics: readonly Diagnostic[], objects: number): string {
  const all = count(objects, 'object');
  if (diagnostics.length === 0) return `${all}: no diagnostics`;
  const counts = (['error', 'warning', 'note'] as const)
    .map((severity) => [diagnostics.filter((diagnostic) => diagnostic.severity === severity).length, severity] as const)
    .filter(([number]) => number > 0)
    .map(([number, severity]) => count(number, severity));
  // Two documents may hold objects of one name.
  const ofObjects = diagnostics.filter(({ kind }) => kind !== undefined);
  const touched = new Set(ofObjects.map((diagnostic) => `${diagnostic.document} ${titleOf(diagnostic)}`)).size;
  return `${counts.join(', ')} in ${touched} of ${all}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
