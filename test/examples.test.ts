import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SimulatedApiServer } from './support/simulated-api-server';
import { SimulatedPool, type Traits } from './support/simulated-pool';

/*
 * The fast half of `npm run examples`: here `cdk8s-llm-d` is lib/ (moduleNameMapper), there it is the packed package.
 */

const EXAMPLES = join(__dirname, '..', 'examples');

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
  const ROOT = join(__dirname, '..');

  async function prove(traits: Traits) {
    const folder = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-example-'));
    const pool = await SimulatedPool.start(traits);
    const server = await SimulatedApiServer.start(pool.paths);
    const tsx = ['--require', require.resolve('tsx/cjs'), join(EXAMPLES, 'quickstart', 'prove.ts'), pool.url];
    const env = { ...process.env, KUBECONFIG: server.kubeconfig, TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json') };
    try {
      const { stdout } = await promisify(execFile)(process.execPath, tsx, { cwd: folder, env });
      return { stdout, page: readFileSync(join(folder, 'report.html'), 'utf8') };
    } finally {
      await pool.stop();
      await server.stop();
      rmSync(folder, { recursive: true });
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
