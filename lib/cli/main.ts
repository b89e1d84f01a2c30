import { EXIT } from './exit';
import { run } from './run';

// The reader of a pipe may close it early, as `head` does. Any other error of an output ends with the code of a run
// that could not be made: 1 would mean that it found something. So does an error that nothing has caught.
let least = EXIT.ok;
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') process.exitCode = least = EXIT.usage;
  });
}
process.on('uncaughtException', (error) => {
  // Work that changes a cluster listens too, and undoes its changes first.
  if (process.listenerCount('uncaughtException') > 1) return;
  process.stderr.write(`This is a bug in cdk8s-llm-d: ${error.stack ?? error.message}\n`, () =>
    process.exit(EXIT.usage),
  );
});

void run(process.argv.slice(2), process).then((code) => {
  process.exitCode = Math.max(code, least);
});
