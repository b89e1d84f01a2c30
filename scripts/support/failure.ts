/** A failure with a message for maintainers, shown without a stack. */
export class Failure extends Error {}

/** Runs a script's `main` and turns its result or error into the exit code; 2 means that it could not do its work. */
export function runScript(name: string, main: () => number | void | Promise<number | void>): void {
  Promise.resolve()
    .then(main)
    .then((code) => {
      process.exitCode = code ?? 0;
    })
    .catch((error: Error & { code?: string }) => {
      const expected = error instanceof Failure || error.code?.startsWith('ERR_PARSE_ARGS');
      console.error(expected ? `${name}: ${error.message}` : error);
      process.exitCode = 2;
    });
}
