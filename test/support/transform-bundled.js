const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { buildSync } = require('esbuild');

/*
 * A module together with all that it imports, as the build does it. It is for modules that bring a large library: its
 * hundreds of ECMAScript modules would be transformed one by one, in each worker.
 */

const OPTIONS = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error', write: false };

/** Versions of the libraries. */
const LOCK = readFileSync(join(__dirname, '../../package-lock.json'));

module.exports = {
  getCacheKey: (source, path) =>
    createHash('sha256')
      .update(JSON.stringify([OPTIONS, path, source]))
      .update(LOCK)
      .digest('hex'),
  process: (_, path) => ({ code: buildSync({ ...OPTIONS, entryPoints: [path] }).outputFiles[0].text }),
};
