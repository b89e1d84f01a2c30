/** A text up to the first place of a separator; the whole text where there is none. */
export function before(text: string, separator: string): string {
  const at = text.indexOf(separator);
  return at === -1 ? text : text.slice(0, at);
}

/** A text behind the last place of a separator; the whole text where there is none. */
export function afterLast(text: string, separator: string): string {
  return text.slice(text.lastIndexOf(separator) + 1);
}

/** A text without the characters at its end of which a predicate holds. */
export function withoutEnd(text: string, isLeftOut: (character: string) => boolean): string {
  let end = text.length;
  while (end > 0 && isLeftOut(text[end - 1])) end--;
  return text.slice(0, end);
}
