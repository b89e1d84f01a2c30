/** Places of the line breaks of the texts that were asked about last. */
const RECENT = new Map<string, readonly number[]>();
const KEPT = 4;

/** The line, from 1, in which a place of a text is. */
export function lineAt(text: string, offset: number): number {
  const breaks = breaksOf(text);
  let [low, high] = [0, breaks.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (breaks[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

function breaksOf(text: string): readonly number[] {
  const known = RECENT.get(text);
  if (known !== undefined) return known;
  const breaks: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) breaks.push(at);
  if (RECENT.size === KEPT) RECENT.delete(RECENT.keys().next().value!);
  RECENT.set(text, breaks);
  return breaks;
}
