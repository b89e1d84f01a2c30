import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { ParseError } from './parse-error';

/** A document as YAML events, whose offsets are those of `text`. */
export interface Parsed {
  /** The document. Some lines may be indented further than in the file. */
  readonly text: string;
  readonly events: readonly Event[];
}

/** More than any object of an API server has, and far less than the stack holds. */
const MAX_DEPTH = 1000;

/** How many characters may be parsed again with another indentation: about a second. */
const MAX_REPARSED = 50e6;

/** Parses one document. Throws a `ParseError` for a text that is no YAML. */
export function parse(document: string): Parsed {
  let text = document;
  const indented: YAMLException[] = [];
  for (let reparsed = 0; ; reparsed += text.length) {
    try {
      return { text, events: parseEvents(text, { maxDepth: MAX_DEPTH }) };
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      if (error.reason !== TOO_FAR_LEFT || reparsed > MAX_REPARSED)
        throw parseError(document, cause(document, error, indented));
      indented.push(error);
      text = indent(text, error);
    }
  }
}

/**
 * The reason for which lines within brackets and quotes are refused that stand too far left, or begin with tabs. kubectl's
 * parser takes them, so they are indented and the document is parsed again.
 */
const TOO_FAR_LEFT = 'deficient indentation';

function indent(text: string, { mark }: YAMLException): string {
  const start = mark!.position - mark!.column;
  const before = text.slice(start, mark!.position);
  const spaces = before.includes('\t') ? before.replaceAll('\t', ' ') : ' '.repeat(100) + before;
  return text.slice(0, start) + spaces + text.slice(mark!.position);
}

/**
 * The error to report. A quote or bracket that is never closed is noticed at the end of the document, or in a line that
 * was indented because of it. It most likely should end before the first line that stands too far left and closes nothing.
 */
function cause(document: string, error: YAMLException, indented: readonly YAMLException[]): YAMLException {
  const noticed = LEFT_OPEN.test(error.reason) || indented.at(-1)?.mark?.line === error.mark!.line;
  const lines = document.split(LINE_BREAK);
  const suspect = indented.find(({ mark }) => !/^\s*[\]}]/.test(lines[mark!.line]));
  return (noticed ? suspect : undefined) ?? error;
}

function parseError(document: string, { reason, mark }: YAMLException): ParseError {
  const { line, column } = mark!;
  const lines = document.split(LINE_BREAK, line + 1);
  const candidates = reason === TOO_FAR_LEFT ? lines.slice(0, line) : lines;
  const opened = LEFT_OPEN.test(reason) ? candidates.findLastIndex((content) => /["'[{]/.test(content)) : -1;
  if (opened !== -1) {
    const shown = JSON.stringify(excerpt(lines[opened]));
    return new ParseError(`a quote or bracket is opened and never closed, in ${shown}`, 'close it', opened + 1);
  }
  const content = (lines[line] ?? '').slice(0, LINE_CHARACTERS);
  const [, message, remedy] = ANSWERS.find(([pattern]) => pattern.test(`${reason}\n${content}`))!;
  return new ParseError(`${message || reason}, in ${JSON.stringify(excerpt(content))}`, remedy, line + 1, column + 1);
}

/** A longer line is not looked through for the cause of an error. */
const LINE_CHARACTERS = 1000;
const EXCERPT_CHARACTERS = 80;
const LEFT_OPEN = /^(?:deficient|unexpected end)/;
const LINE_BREAK = /\r\n?|\n/;

/** The beginning of a line. What stands behind a key may be secret. */
function excerpt(line: string): string {
  const key = line.slice(0, line.indexOf(':') + 1);
  if (key !== '' && key !== line.trimEnd()) return `${key.slice(-EXCERPT_CHARACTERS)} …`;
  // A line without a key is a value, or a part of one: only its punctuation is shown.
  const shown = key === '' ? line.replace(/[^\s[\]{}"'|>-]+/g, '…') : line;
  return shown.length > EXCERPT_CHARACTERS ? `${shown.slice(0, EXCERPT_CHARACTERS - 3)}...` : shown;
}

const ALIGN = 'give the keys of a mapping, and the items of a list, one indentation';

/** Messages and remedies by the parser's reason, a line break and the line. An empty message is the parser's reason. */
const ANSWERS: readonly (readonly [pattern: RegExp, message: string, remedy: string])[] = [
  [/^tab characters|\n *\t/, 'a tab indents a line, where YAML wants spaces', 'indent with spaces'],
  [/^nesting exceeded/, `lists and mappings nest more than ${MAX_DEPTH} deep`, 'nest them less deep'],
  [/^directives end/, 'kubectl knows no directives, such as `%YAML 1.2`', 'remove it'],
  [/^end of the stream/, 'kubectl stops reading here', ALIGN],
  [/\n[^#\n]*[:-] +[@`%]/, '', 'quote a value that begins with @, ` or %'],
  [/\n.*: .*: /, '', 'quote a value that holds ": ", and give the keys of a mapping one indentation'],
  [/^bad indentation/, '', ALIGN],
  [/(?:)/, '', 'correct the YAML; kubectl does not apply what it cannot parse'],
];
