import { CONTROL } from './printable';

const CHARACTERS = 300;

/** The beginning of a text as one line of at most 300 characters, without control characters. */
export function firstLine(text: string): string {
  const line = text.slice(0, CHARACTERS).replace(CONTROL, ' ').replace(/ {2,}/g, ' ').trim();
  return text.length > CHARACTERS ? `${line.slice(0, CHARACTERS - 1)}…` : line;
}
