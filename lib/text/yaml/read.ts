import { compose } from './compose';
import { documentsOf, hasContent } from './documents';
import { parse } from './parse';
import { ParseError } from './parse-error';

/** The value of a text with one YAML document, as kubectl reads it. Throws a `ParseError` for anything else. */
export function readYaml(text: string): unknown {
  return compose(parse(text)).value;
}

/**
 * The values of the YAML documents of a text, as kubectl reads them; empty documents are left out. Throws a `ParseError`
 * with a line of the text.
 */
export function readDocuments(text: string): unknown[] {
  const documents = [...documentsOf(text)].filter(hasContent);
  return documents.map((document) => valueOf(document)).filter((value) => value !== null);
}

function valueOf({ text, firstLine }: { readonly text: string; readonly firstLine: number }): unknown {
  try {
    return readYaml(text);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    throw new ParseError(error.message, error.remedy, firstLine - 1 + error.line, error.column);
  }
}
