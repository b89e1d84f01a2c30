/*
 * @kubernetes/client-node as one file. It and what it needs are hundreds of ECMAScript modules, which Jest would have to
 * transform one by one, in each worker.
 */
const { existsSync, renameSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { buildSync } = require('esbuild');
const { version } = require('@kubernetes/client-node/package.json');

const bundle = join(tmpdir(), `cdk8s-llm-d-client-node-${version}.cjs`);
if (!existsSync(bundle)) {
  const own = `${bundle}.${process.pid}`;
  const entryPoints = [join(__dirname, '../../node_modules/@kubernetes/client-node/dist/index.js')];
  buildSync({ entryPoints, outfile: own, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
  renameSync(own, bundle);
}
module.exports = require(bundle);
