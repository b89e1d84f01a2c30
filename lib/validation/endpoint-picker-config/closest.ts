/** The word that was probably meant; undefined where none is near. */
export function closest(word: string, words: Iterable<string>): string | undefined {
  const [best] = [...words]
    .map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance: edits }) => edits <= Math.max(1, Math.min(word.length, candidate.length) / 3))
    .sort((one, other) => one.distance - other.distance);
  return best?.candidate;
}

/** How many letters must be changed, added or taken away (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let line = 1; line <= from.length; line++) {
    const next = [line];
    for (let column = 1; column <= to.length; column++) {
      const changed = row[column - 1] + (from[line - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(row[column] + 1, next[column - 1] + 1, changed));
    }
    row = next;
  }
  return row[to.length];
}
