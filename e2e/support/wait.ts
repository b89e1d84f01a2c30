/** Repeats a query until its answer satisfies. Returns the seconds that it took, or throws with the last answer. */
export async function until<T>(
  what: string,
  seconds: number,
  ask: () => Promise<T>,
  satisfies: (answer: T) => boolean,
): Promise<number> {
  const begin = Date.now();
  for (;;) {
    const answer = await ask();
    const elapsed = (Date.now() - begin) / 1000;
    if (satisfies(answer)) return elapsed;
    if (elapsed > seconds) {
      throw new Error(`waited ${seconds} s for ${what}; the last answer was ${JSON.stringify(answer)}`);
    }
    await pause(500);
  }
}

/** Waits. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Prints a measured value into the log. */
export function note(text: string): void {
  process.stderr.write(`       ${text}\n`);
}
