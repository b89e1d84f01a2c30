#!/usr/bin/env node
import { run } from './run';

// The reader of a pipe may close it early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void run(process.argv.slice(2), process).then((code) => {
  process.exitCode = code;
});
