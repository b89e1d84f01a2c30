import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { lineAt } from '../line-starts';

/**
 * The line of a document, from 1, on which a line of a scalar's value stands. The lines of a literal block (`|`) are
 * lines of the document. Elsewhere folding and escapes change white space alone, so that the characters that are none
 * are counted. A value's empty line is found at the text that follows it.
 *
 * @param line in the value, from 1
 */
export function lineOfScalar(document: string, scalar: ScalarEvent, line: number): number {
  const { valueStart, valueEnd, style } = scalar;
  if (style === SCALAR_STYLE.LITERAL_BLOCK) return lineAt(document, valueStart) + line - 1;
  const above = getScalarValue(document, scalar)
    .split('\n')
    .slice(0, line - 1);
  let left = above.reduce((sum, text) => sum + visible(text), 0);
  let offset = valueStart;
  for (const { 0: token, index } of document.slice(valueStart, valueEnd).matchAll(TOKENS[style] ?? CHARACTER)) {
    const count = visible(decoded(token));
    if (count > 0) offset = valueStart + index;
    left -= count;
    if (left < 0) break;
  }
  return lineAt(document, offset);
}

const CHARACTER = /[^]/g;

/** How a character is written, by the style of the scalar. */
const TOKENS: { readonly [style: number]: RegExp } = {
  [SCALAR_STYLE.SINGLE_QUOTED]: /''|[^]/g,
  [SCALAR_STYLE.DOUBLE_QUOTED]: /\\(?:x[^]{2}|u[^]{4}|U[^]{8}|[^])|[^]/g,
};

/** How many characters of a text are no white space of YAML. */
function visible(text: string): number {
  return text.replace(/[ \t\r\n]/g, '').length;
}

/** A character that stands for a token, or one that counts as much. */
function decoded(token: string): string {
  if (/^\\[xuU]/.test(token)) return String.fromCodePoint(parseInt(token.slice(2), 16));
  if (/^\\[ntr \t\r\n]/.test(token)) return ' ';
  return token[0];
}
