import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

function contents(folder: string): { [file: string]: string } {
  return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}
