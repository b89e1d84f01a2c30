import { lineAt } from '../line-starts';

/** A document of a file, which kubectl parses on its own. */
export interface DocumentText {
  readonly text: string;
  /** Line of the file, from 1, on which it begins. */
  readonly firstLine: number;
  /** The text behind the `---` above it, on the same line. */
  readonly behindSeparator?: string;
}

/**
 * The documents of a file, separated as kubectl does it: by lines, before YAML is parsed. A line that begins with `---`
 * ends a document even within a scalar. Source: k8s.io/apimachinery v0.35.4, pkg/util/yaml/decoder.go: YAMLReader.
 */
export function* documentsOf(text: string): Generator<DocumentText> {
  const separator = /^---(.*)/gm;
  let [start, firstLine] = [0, 1];
  let behindSeparator: string | undefined;
  for (;;) {
    const found = separator.exec(text);
    const document = text.slice(start, found?.index);
    yield { text: document, firstLine, behindSeparator };
    if (found === null) return;
    firstLine += lineAt(document, Infinity) - 1;
    start = separator.lastIndex;
    behindSeparator = found[1].trim();
  }
}

/** Whether a document holds more than comments. */
export function hasContent({ text }: DocumentText): boolean {
  return /^[ \t]*[^\s#]/m.test(text);
}

/** The values of a JSON stream, `{…} {…}`, which kubectl reads one by one; the document itself if it is no such stream. */
export function jsonValuesOf(document: DocumentText): readonly DocumentText[] {
  const { text, firstLine } = document;
  const values: DocumentText[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (depth === 0 && token !== '{' && token.trim() !== '') return [document];
    if (depth === 0 && token === '{') start = index;
    if (token === '{' || token === '[') depth++;
    if (token === '}' || token === ']') depth--;
    if (depth === 0 && token === '}') {
      values.push({ text: text.slice(start, index + 1), firstLine: firstLine - 1 + lineAt(text, start) });
    }
  }
  return depth === 0 ? values : [document];
}

/** A bracket, a string, which ends with the text if its quote is never closed, or what is between them. */
const TOKEN = /[{}[\]]|"(?:[^"\\]|\\[^])*(?:"|\\?$)|[^"{}[\]]+/g;
