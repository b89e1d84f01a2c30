/** Why a document cannot be read. */
export class ParseError extends Error {
  constructor(
    /** What came, and what was expected. */
    message: string,
    /** What to do. */
    readonly remedy: string,
    /** Line in the document, from 1. */
    readonly line: number,
    /** Column in the line, from 1, where it says more than the line. */
    readonly column?: number,
  ) {
    super(message);
  }
}

/** The line, from 1, in which a place of a text is. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
