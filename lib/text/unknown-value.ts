/**
 * Stands in a text for a part that cannot be known here, such as the value of a Secret. It is a character of Unicode's
 * private use area, which no manifest contains.
 */
export const HOLE = '\uE000';

/** Whether a part of the text cannot be known here. */
export function hasHole(text: string): boolean {
  return text.includes(HOLE);
}
