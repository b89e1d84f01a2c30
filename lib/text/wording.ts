// Long enough for an image with a digest.
const SHOWN_CHARACTERS = 160;

/** A value for a message: texts in quotes, lists and objects as JSON, and no more than 160 characters. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'number' ? String(value) : json(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS - 1)}…` : text;
}

/** The JSON of a value. What has none, such as a function or an object that holds itself, is described. */
function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? `a ${typeof value}`;
  } catch {
    return 'a value without a JSON form';
  }
}

const LISTED_WORDS = 12;

/** `a`, `a and b`, `a, b and c`. Of more than 12 words, the first 12 and how many there are. */
export function listed(words: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (words.length > LISTED_WORDS) return `${words.slice(0, LISTED_WORDS).join(', ')}, … (${words.length})`;
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** Alternatives: `a`, `a or b`, `a, b or c`. */
export function oneOf(words: readonly string[]): string {
  return listed(words, 'or');
}
