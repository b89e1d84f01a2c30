import { parse } from '@bufbuild/cel';
import { CompileError, Unknown } from './code';
import { type Expression, type Parsed, toExpression } from './expression';

/** Parses CEL as Kubernetes does. Throws `CompileError`, or `Unknown` for valid CEL that is not supported. */
export function parseExpression(text: string): Expression {
  const error = syntaxError(text);
  if (error !== undefined) throw new CompileError(error);
  const plain = withoutComments(text);
  if (plain !== withoutOptionals(plain)) throw new Unknown('optional fields');
  return toExpression(parse(plain) as Parsed);
}

function syntaxError(text: string): string | undefined {
  try {
    parse(withoutOptionals(withoutComments(text)));
    return undefined;
  } catch (error) {
    return shortened((error as Error).message);
  }
}

const STRING = /[rR]?(?:"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')/;
const COMMENT = new RegExp(`${STRING.source}|(//.*)`, 'g');
const OPTIONAL = new RegExp(`${STRING.source}|([.[{,]\\s*)\\?`, 'g');

/** The parser does not support a comment at the end of the text. */
function withoutComments(text: string): string {
  return text.replace(COMMENT, (piece, comment?: string) => (comment === undefined ? piece : ''));
}

/** The parser does not support optional fields: `self.?name`, `self[?0]`. */
function withoutOptionals(text: string): string {
  return text.replace(OPTIONAL, (piece, before?: string) => before ?? piece);
}

/** Without the list of all tokens that the parser expected. */
function shortened(message: string): string {
  const [, line, column, what] = /^<input>:(\d+):(\d+): ([^]*?)(?: but expecting [^]*)?$/.exec(message) ?? [];
  return what === undefined ? message : `line ${line}, column ${column}: ${what}`;
}
