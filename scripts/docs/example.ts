import { parseDocument } from 'yaml';
import type { Example } from '../../lib/api-server/example';
import { stack } from '../../lib/validation/rules/example-objects';

/** Most examples are a change of this. */
const STACK = documentsOf(stack());

const LINK = '[the complete stack](#the-complete-stack)';

/** The section with the objects that most examples have in common. */
export const COMPLETE_STACK = `## The complete stack

Most examples are these objects with one change, and show only what differs from them.

${yaml(stack())}`;

/** What docs/rules.md shows of an example. */
export function exampleParts({ failing, passing, also = {} }: Example): string[] {
  const consequences = Object.entries(also).map(
    ([code, reason]) => `The failing example has [${code}](#${code.toLowerCase()}) too: ${reason}.`,
  );
  return [...part('Fails', failing), ...part('Passes', passing), ...consequences];
}

/** The documents that are not those of the complete stack, and a sentence about the others. */
function part(verb: string, text: string): string[] {
  const documents = documentsOf(text);
  const own = documents.filter((document) => !STACK.includes(document));
  // An example that has little in common with the stack is shown as it is.
  if (documents.length - own.length < STACK.length / 2) return [`${verb}:`, yaml(text)];
  if (own.length === 0) return [`${verb}: ${LINK}${without(documents)}.`];
  return [`${verb}, with the rest of ${LINK}${without(documents)}:`, yaml(own.join('---\n'))];
}

/** Names the objects of the stack that an example has neither as they are nor with a change. */
function without(documents: readonly string[]): string {
  const names = new Set(documents.map(nameOf));
  const absent = STACK.map(nameOf).filter((name) => !names.has(name));
  return absent.length === 0 ? '' : ` without ${absent.join(' and ')}`;
}

function documentsOf(text: string): string[] {
  return text.split(/^---\n/m).map((document) => `${document.trim()}\n`);
}

function nameOf(document: string): string {
  const read = parseDocument(document, { logLevel: 'silent' });
  return [read.get('kind'), read.getIn(['metadata', 'name'])].join(' ');
}

function yaml(text: string): string {
  return `\`\`\`yaml\n${text.trim()}\n\`\`\``;
}
