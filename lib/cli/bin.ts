#!/usr/bin/env node
import { refusalOf } from './node-version';

const refusal = refusalOf(process.versions.node);
if (refusal !== '') {
  process.stderr.write(refusal);
  process.exitCode = 2;
} else {
  load();
}

/** All other files are loaded only now, since an old version of Node could not even read them. */
function load(): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require('./main');
}
