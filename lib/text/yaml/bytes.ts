import { isUtf8 } from 'node:buffer';
import { ParseError } from './parse-error';

/** The byte order marks of UTF-16. Source: k8s.io/cli-runtime v0.35.4, pkg/resource/visitor.go: BOMOverride. */
const UTF_16: readonly (readonly [mark: Buffer, encoding: string])[] = [
  [Buffer.from([0xff, 0xfe]), 'utf-16le'],
  [Buffer.from([0xfe, 0xff]), 'utf-16be'],
];

/** The text of a file, without a byte order mark. Throws a `ParseError` for bytes that are no text. */
export function decode(bytes: Buffer): string {
  const encoding = UTF_16.find(([mark]) => bytes.subarray(0, 2).equals(mark))?.[1] ?? 'utf-8';
  const text = encoding !== 'utf-8' || isUtf8(bytes) ? new TextDecoder(encoding).decode(bytes) : undefined;
  if (text === undefined || text.includes('\0')) throw noText(bytes);
  return text;
}

function noText(bytes: Buffer): ParseError {
  if (bytes.includes(0))
    return new ParseError('this is no text: it holds a zero byte', 'give a file of YAML or JSON', 1);
  const line = lines(bytes).findIndex((content) => !isUtf8(content)) + 1;
  return new ParseError('this line is no UTF-8', 'save the file as UTF-8', line);
}

function lines(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let start = 0, end; start < bytes.length; start = end + 1) {
    end = bytes.indexOf('\n', start);
    if (end === -1) end = bytes.length;
    found.push(bytes.subarray(start, end));
  }
  return found;
}
