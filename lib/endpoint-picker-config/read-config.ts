import type { Path } from '../text/path';
import { compose, type DuplicateKey } from '../text/yaml/compose';
import { documentsOf } from '../text/yaml/documents';
import { lineAt } from '../text/line-starts';
import { ParseError } from '../text/yaml/parse-error';
import { parse } from '../text/yaml/parse';
import { PlacedDocument } from '../text/yaml/places';
import { refuseTabs } from '../text/yaml/tabs';

/** A configuration, read as far as possible. */
export interface ConfigReading {
  /** Undefined where the text cannot be read at all. */
  readonly value?: unknown;
  readonly parseErrors: readonly ConfigParseError[];
  /** The line after the end of the document, from which on nothing is read; undefined where the text ends there. */
  readonly restLine?: number;
  /** The line of a place, or of its nearest parent. */
  lineOf(path: Path): number | undefined;
}

/** Why a text cannot be read. */
export interface ConfigParseError {
  readonly path: Path;
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

/**
 * Reads a text as Kubernetes' decoders do: JSON where it begins with a brace, else the first document of YAML.
 * Source: k8s.io/apimachinery pkg/runtime/serializer.
 */
export function readConfig(text: string): ConfigReading {
  return /^\s*\{/.test(text) ? readJson(text) : readYaml(firstDocument(text));
}

function readJson(text: string): ConfigReading {
  try {
    JSON.parse(text);
  } catch (error) {
    const [reason, line] = jsonError(text, (error as Error).message);
    const message = `the text begins with a brace, so it is read as JSON, and is none: ${reason}`;
    return unreadable({ path: [], line, message, remedy: 'write JSON, or YAML without braces around it' });
  }
  const reading = readYaml({ text, firstLine: 1 });
  // Plugins read their parameters as JSON, which may repeat a key.
  return { ...reading, parseErrors: reading.parseErrors.filter(({ path }) => path[2] !== 'parameters') };
}

/** What V8 says of a text that is no JSON, without the place in it, and the line of that place. */
function jsonError(text: string, message: string): [reason: string, line: number] {
  const position = / (?:in JSON )?at position (\d+)/.exec(message);
  if (position !== null) return [message.slice(0, position.index), lineAt(text, Number(position[1]))];
  // V8 gives no place for a text that is cut short.
  return [message, lineAt(text, text.trimEnd().length)];
}

interface First {
  readonly text: string;
  readonly firstLine: number;
  readonly restLine?: number;
}

/** A line that ends the document before it. */
const END = /^(?:\.\.\.(?=\s|$)|%)/m;
const CONTENT = /^[ \t]*[^\s#]/m;

function firstDocument(source: string): First {
  const [above, ...others] = documentsOf(source);
  // Above the first `---` there may be directives and comments, which are no document.
  const isDocument = CONTENT.test(above.text.replace(/^%.*/gm, '')) || others.length === 0;
  const [{ text, firstLine, behindSeparator = '' }, next] = isDocument ? [above, ...others] : others;
  const content = behindSeparator + text;
  const end = END.exec(content);
  if (end === null) return { text: content, firstLine, restLine: next?.firstLine };
  const restLine = firstLine - 1 + lineAt(content, end.index);
  return { text: content.slice(0, end.index), firstLine, restLine };
}

function readYaml({ text, firstLine, restLine }: First): ConfigReading {
  const placed = new PlacedDocument(text, firstLine);
  const lineOf = (path: Path) => placed.lineOf(path);
  const lineInFile = (line: number) => firstLine - 1 + line;
  if (restLine === 1) {
    return unreadable({
      path: [],
      line: 1,
      message: 'the document ends before it begins',
      remedy: 'remove the ...',
    });
  }
  try {
    const parsed = parse(text);
    refuseTabs(parsed);
    const { value, duplicates } = compose(parsed);
    return { value, parseErrors: duplicates.map((duplicate) => repeated(duplicate, lineInFile)), restLine, lineOf };
  } catch (parseError) {
    if (!(parseError instanceof ParseError)) throw parseError;
    const { message, remedy, line } = parseError;
    const [read, isRest] = whatIsRead(text, line);
    if (isRest) return readYaml({ text: read, firstLine, restLine: lineInFile(line) });
    return unreadable({ path: [], line: lineInFile(line), message, remedy });
  }
}

/**
 * The lines before one that is indented less than the first one: the document ends there, and the rest is not read.
 */
function whatIsRead(text: string, line: number): [read: string, isRest: boolean] {
  const lines = text.split('\n');
  const read = lines.slice(0, line - 1);
  const first = read.find((candidate) => CONTENT.test(candidate));
  const isRest = first !== undefined && /\S/.test(lines[line - 1]) && indentOf(lines[line - 1]) < indentOf(first);
  return [read.join('\n'), isRest];
}

function indentOf(line: string): number {
  return line.search(/\S/);
}

function repeated(
  { path, firstLine, secondLine }: DuplicateKey,
  lineInFile: (line: number) => number,
): ConfigParseError {
  const above = secondLine - firstLine;
  const where = above === 0 ? 'on this line' : `${above} line${above === 1 ? '' : 's'} above`;
  const message = `key ${JSON.stringify(path.at(-1))} is there already, ${where}`;
  return { path, line: lineInFile(secondLine), message, remedy: 'leave one of them' };
}

function unreadable(parseError: ConfigParseError): ConfigReading {
  return { parseErrors: [parseError], lineOf: () => parseError.line };
}
