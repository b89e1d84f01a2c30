import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { ParseError } from './parse-error';

/** A document as YAML events, whose offsets are those of `text`. */
export interface Parsed {
  /** The document, line by line; some lines may be indented further than they came. */
  readonly text: string;
  readonly events: readonly Event[];
}

/** Deeper than anything that an API server stores, and far from the end of the stack. */
const MAX_DEPTH = 1000;

/** How many characters may be parsed again in order to mend indentation: about a second. */
const MAX_MENDING = 50e6;

/** Parses one document. Throws a `ParseError` where it is no YAML. */
export function parse(document: string): Parsed {
  let text = document;
  const mended: YAMLException[] = [];
  for (let mending = 0; ; mending += text.length) {
    try {
      return { text, events: parseEvents(text, { maxDepth: MAX_DEPTH }) };
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      if (error.reason !== TOO_FAR_LEFT || mending > MAX_MENDING)
        throw parseError(document, cause(document, error, mended));
      mended.push(error);
      text = mend(text, error);
    }
  }
}

/**
 * Within brackets and quotes, kubectl's parser does not mind how far a line is indented, or whether by tabs; this one
 * does.
 */
const TOO_FAR_LEFT = 'deficient indentation';

function mend(text: string, { mark }: YAMLException): string {
  const start = mark!.position - mark!.column;
  const before = text.slice(start, mark!.position);
  const spaces = before.includes('\t') ? before.replaceAll('\t', ' ') : ' '.repeat(100) + before;
  return text.slice(0, start) + spaces + text.slice(mark!.position);
}

/**
 * What is never closed is noticed at the end, or in a line that was mended because of it. It was most likely meant to be
 * closed before the first line that stands too far left and closes nothing.
 */
function cause(document: string, error: YAMLException, mended: readonly YAMLException[]): YAMLException {
  const noticed = LEFT_OPEN.test(error.reason) || mended.at(-1)?.mark?.line === error.mark!.line;
  const lines = document.split(LINE_BREAK);
  const suspect = mended.find(({ mark }) => !/^\s*[\]}]/.test(lines[mark!.line]));
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
  const content = lines[line] ?? '';
  const [, message, remedy] = ANSWERS.find(([pattern]) => pattern.test(`${reason}\n${content}`))!;
  return new ParseError(`${message || reason}, in ${JSON.stringify(excerpt(content))}`, remedy, line + 1, column + 1);
}

const LEFT_OPEN = /^(?:deficient|unexpected end)/;
const LINE_BREAK = /\r\n?|\n/;

function excerpt(line: string): string {
  return line.length > 80 ? `${line.slice(0, 77)}...` : line;
}

const ALIGN = 'give the keys of a mapping, and the items of a list, one indentation';

/** What to say where the parser's reason, or the line, looks like this. The parser's own words where there are none. */
const ANSWERS: readonly (readonly [pattern: RegExp, message: string, remedy: string])[] = [
  [/^tab characters|\n *\t/, 'a tab indents a line, where YAML wants spaces', 'indent with spaces'],
  [/^nesting exceeded/, `lists and mappings nest more than ${MAX_DEPTH} deep`, 'nest them less deep'],
  [/^directives end/, 'kubectl knows no directives, such as `%YAML 1.2`', 'take it away'],
  [/^end of the stream/, 'kubectl stops reading here', ALIGN],
  [/\n[^#]*[:-] +[@`%]/, '', 'quote a value that begins with @, ` or %'],
  [/\n.*: .*: /, '', 'quote a value that holds ": ", and give the keys of a mapping one indentation'],
  [/^bad indentation/, '', ALIGN],
  [/(?:)/, '', 'mend the YAML; what kubectl cannot parse it does not apply'],
];
