const CHARACTERS = 300;

/** The beginning of a text as one line of at most 300 characters, without control characters. */
export function firstLine(text: string): string {
  const line = text
    .slice(0, CHARACTERS)
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .trim();
  return text.length > CHARACTERS ? `${line.slice(0, CHARACTERS - 1)}…` : line;
}
