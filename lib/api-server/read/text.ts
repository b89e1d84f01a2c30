import type { Diagnostic } from '../diagnostic';
import { type Path, showPath } from '../../text/path';
import { expandList } from '../list';
import { type Identity, identityOf, type Input, type Origin } from '../resource';
import type * as structure from '../check-object';
import { compose, type Composed } from '../../text/yaml/compose';
import { type DocumentText, documentsOf, hasContent, jsonValuesOf } from '../../text/yaml/documents';
import { ParseError } from '../../text/yaml/parse-error';
import { parse } from '../../text/yaml/parse';
import { PlacedDocument } from '../../text/yaml/places';
import { DUPLICATE_KEY, MAX_REQUEST_BYTES, SIZE, YAML } from './rules';
import { refuseTabs } from '../../text/yaml/tabs';

/** What was read: the objects, and the diagnostics about files and texts. */
export interface Reading {
  readonly inputs: readonly Input[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads YAML or JSON as kubectl does. The other documents are read where one cannot be parsed.
 *
 * @param file the name of the text in diagnostics
 * @param onProgress called after each document with the share that has been read, from 0 to 1
 */
export function readText(text: string, file?: string, onProgress?: (share: number) => void): Reading {
  const reader = new TextReader(file);
  let read = 0;
  for (const document of documentsOf(text.replace(/^\uFEFF/, ''))) {
    reader.add(document);
    read += document.text.length;
    onProgress?.(read / Math.max(1, text.length));
  }
  return reader;
}

type Report = Pick<Diagnostic, 'code' | 'line' | 'message' | 'remedy'>;

class TextReader implements Reading {
  readonly inputs: Input[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private documents = 0;

  constructor(private readonly file?: string) {}

  add(document: DocumentText): void {
    const { behindSeparator, firstLine } = document;
    if (behindSeparator !== undefined && /^[^#]/.test(behindSeparator)) {
      const message = `\`---\` is followed by ${JSON.stringify(behindSeparator)}, where only a comment may stand`;
      this.reportParseError(new ParseError(message, 'begin a new line after `---`', 1), firstLine, this.documents + 1);
    }
    if (isTooLong(document)) this.addTooLong(document);
    else if (hasContent(document)) this.addValues(document);
    // An empty text above the first `---` is no document.
    else if (behindSeparator !== undefined) this.documents++;
  }

  private addTooLong({ text, firstLine: line }: DocumentText): void {
    const document = ++this.documents;
    this.report({ code: SIZE.code, line, message: tooLarge(text.length, 'text'), remedy: DIVIDE }, { document });
  }

  private addValues(document: DocumentText): void {
    const whole = valueOf(document);
    const parts = whole instanceof ParseError && /^\s*\{/.test(document.text) ? jsonValuesOf(document) : [document];
    for (const part of parts) this.addValue(part, part === document ? whole : valueOf(part));
  }

  private addValue({ text, firstLine }: DocumentText, composed: Composed | ParseError): void {
    const document = ++this.documents;
    if (composed instanceof ParseError) return this.reportParseError(composed, firstLine, document);
    const { value: object, duplicates, aliased } = composed;
    // kubectl skips empty documents.
    if (object === null) return;
    const placed = new PlacedDocument(text, firstLine);
    const origin: Origin = { file: this.file, document, lineOf: (path, line) => placed.lineOf(path, line) };
    const input = { object, origin };
    this.inputs.push(input);
    for (const { path, ...lines } of duplicates) {
      const [first, line] = [lines.firstLine, lines.secondLine].map((inDocument) => firstLine - 1 + inDocument);
      const message = `key ${JSON.stringify(path.at(-1))} is on line ${first} and again on line ${line}`;
      this.report({ code: DUPLICATE_KEY.code, line, message, remedy: 'leave one of them' }, origin, object, path);
    }
    // JSON has few characters more than YAML, so a short text without aliases cannot become a large request.
    if (aliased || text.length * 2 > MAX_REQUEST_BYTES) expandList(input).forEach((part) => this.checkSize(part));
  }

  private checkSize({ object, origin = {} }: Input): void {
    const size = Buffer.byteLength(JSON.stringify(object));
    if (size <= MAX_REQUEST_BYTES) return;
    const line = origin.lineOf?.([]);
    this.report({ code: SIZE.code, line, message: tooLarge(size, 'JSON'), remedy: DIVIDE }, origin, object);
  }

  private reportParseError({ message, remedy, ...place }: ParseError, firstLine: number, document: number): void {
    const line = firstLine - 1 + place.line;
    const shown = place.column === undefined ? message : `column ${place.column}: ${message}`;
    this.report({ code: YAML.code, line, message: shown, remedy }, { document });
  }

  private report({ code, line, message, remedy }: Report, origin: Origin, object?: unknown, path: Path = []): void {
    const { document } = origin;
    const { kind, namespace, name } = identityIn(object);
    this.diagnostics.push({
      code,
      severity: 'error',
      file: this.file,
      document,
      line,
      kind,
      namespace,
      name,
      path: showPath(path),
      message,
      remedy,
    });
  }
}

/** The object's identity, as the other rules report it. */
function identityIn(object: unknown): Partial<Identity> {
  if (object === undefined) return {};
  // Loading it takes as long as loading all the rest, and few texts have a diagnostic.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { checkStructure } = require('../check-object') as typeof structure;
  return checkStructure({ object }).resource ?? identityOf(object);
}

/** Whether a document is no list, and too long for a request even without its indentation. */
function isTooLong({ text }: DocumentText): boolean {
  return text.length > 5 * MAX_REQUEST_BYTES && !/^kind: *["']?List\b|"kind" *: *"List"/m.test(text);
}

const DIVIDE = 'divide the object, or keep the data elsewhere';
const RENDER = 'render the template first, for example `helm template … | cdk8s-llm-d validate -`';

function tooLarge(bytes: number, what: string): string {
  const [size, limit] = [bytes, MAX_REQUEST_BYTES].map((number) => `${(number / 1024 / 1024).toFixed(2)} MiB`);
  return `the object has ${size} of ${what}, and an API server reads ${limit} of JSON`;
}

function valueOf({ text }: DocumentText): Composed | ParseError {
  try {
    const parsed = parse(text);
    refuseTabs(parsed);
    return compose(parsed);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const { message, line, column } = error;
    const isTemplate = text.split('\n', line)[line - 1]?.includes('{{');
    return isTemplate ? new ParseError(message, RENDER, line, column) : error;
  }
}
