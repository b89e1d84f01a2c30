const STEP = 50;

/** Shows on a terminal how many of `total` are done. In a log it would be noise. */
export function progress(total: number): (done: number) => void {
  return (done) => {
    if (!process.stderr.isTTY || (done % STEP !== 0 && done !== total)) return;
    process.stderr.write(`\r${done} of ${total}${done === total ? '\n' : ''}`);
  };
}
