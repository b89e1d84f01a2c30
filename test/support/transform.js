const { createHash } = require('node:crypto');
const { transformSync, version } = require('esbuild');

/*
 * TypeScript to JavaScript without its types, which `tsc` checks. ts-jest does the same, and takes much longer.
 */

const OPTIONS = {
  loader: 'ts',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  // Jest reads the sources from their files.
  sourcesContent: false,
  // Jest loads ECMAScript modules only behind a flag.
  supported: { 'dynamic-import': false },
};

module.exports = {
  getCacheKey: (source, path) =>
    createHash('sha256')
      .update(JSON.stringify([version, OPTIONS, path, source]))
      .digest('hex'),
  process: (source, path) => ({ code: transformSync(source, { ...OPTIONS, sourcefile: path }).code }),
};
