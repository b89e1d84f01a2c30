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
