import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { SimulatedApiServer } from '../support/simulated-api-server';
import { SimulatedPool, type Traits } from '../support/simulated-pool';

/*
 * The fast half of `npm run examples`: here `cdk8s-llm-d` is lib/ (moduleNameMapper), there it is the packed package.
 */

const EXAMPLES = join(__dirname, '..', '..', 'examples');

describe.each(readdirSync(EXAMPLES))('examples/%s', (name) => {
  let outdir: string;

  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-example-'));
    process.env.CDK8S_OUTDIR = outdir;
  });

  afterEach(() => {
    delete process.env.CDK8S_OUTDIR;
    rmSync(outdir, { recursive: true });
  });

  test('writes its committed dist/, byte by byte', async () => {
    await import(join(EXAMPLES, name, 'main'));

    expect(contents(outdir)).toEqual(contents(join(EXAMPLES, name, 'dist')));
  });
});

describe('examples/quickstart/prove.ts', () => {
  let folder: string;
  let script: string;

  // One file loads much faster than what it imports: ECharts and the Kubernetes client are hundreds of modules.
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-example-'));
    script = join(folder, 'prove.cjs');
    await build({
      entryPoints: [join(EXAMPLES, 'quickstart', 'prove.ts')],
      alias: { 'cdk8s-llm-d/exercises': join(__dirname, '../../lib/exercises/index.ts') },
      outfile: script,
      bundle: true,
      platform: 'node',
      logLevel: 'error',
    });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  async function prove(traits: Traits) {
    const pool = await SimulatedPool.start(traits);
    const server = await SimulatedApiServer.start(pool.paths);
    const env = { ...process.env, KUBECONFIG: server.kubeconfig };
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [script, pool.url], { cwd: folder, env });
      return { stdout, page: readFileSync(join(folder, 'report.html'), 'utf8') };
    } finally {
      await pool.stop();
      await server.stop();
    }
  }

  test('says that a pool is in order, and writes a page', async () => {
    const { stdout, page } = await prove({});
    expect(stdout).toBe('load-distribution: passed\nobservability: passed\n');
    expect(page).toContain('npm run prove');
  });

  test('ends with 1 where a pool is not', async () => {
    const stdout = 'load-distribution: failed\nobservability: passed\n';
    await expect(prove({ ignoresPrefixes: true })).rejects.toMatchObject({ code: 1, stdout });
  });
});

function contents(folder: string): { [file: string]: string } {
  return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}
