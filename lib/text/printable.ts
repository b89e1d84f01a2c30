/** Control characters, and those that change the direction or the lines of a text. */
export const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** What this package itself sends to a terminal beside text: line breaks, colours, and the end of a line that is erased. */
const OWN = new RegExp(`[\\n\\r\\t]|\\u001b\\[(?:\\d{1,2}m|K)|${CONTROL.source}`, 'g');

/** A text in which control characters are written as in JSON, such as `\u001b`, since a terminal would obey them. */
export function printable(text: string): string {
  return text.replace(CONTROL, escaped);
}

/** A text in which URLs have no user and no password. */
export function withoutUserInfo(text: string): string {
  return text.replace(/:\/\/[^\s/@"']+@/g, '://');
}

/** Output in which control characters are escaped, but for those that this package writes. */
export function printableOutput(text: string): string {
  return text.replace(OWN, (found) => (found.length > 1 || /[\n\r\t]/.test(found) ? found : escaped(found)));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
