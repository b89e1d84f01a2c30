/** Runs one step, and prints its name and then its duration. */
export async function step<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
  const announce = process.stderr.isTTY;
  if (announce) process.stderr.write(`${name} …`);
  const start = performance.now();
  const close = (outcome: string) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    process.stderr.write(`${announce ? '' : name} ${outcome}${seconds} s\n`);
  };
  try {
    const result = await work();
    close('');
    return result;
  } catch (error) {
    close('failed after ');
    throw error;
  }
}
