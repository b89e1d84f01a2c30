import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../lib/cli/run';
import { ResourceSet } from '../../lib/validation/resource-set';

const GOOD = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: good}\n';
const WRONG = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: wrong}\ncolor: red\n';
const DANGLING = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scaler}
spec: {maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: missing}}
`;

const FOLDER = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-cli-'));
const HOME = process.cwd();
const FILES = {
  'good.yaml': GOOD,
  'wrong.yaml': WRONG,
  'dangling.yaml': DANGLING,
  'broken.yaml': 'a: @\n',
  'empty.yaml': '',
  'twice.yaml': GOOD.replace('good', 'twice, name: twice'),
};

beforeAll(() => {
  Object.entries(FILES).forEach(([name, text]) => writeFileSync(join(FOLDER, name), text));
  process.chdir(FOLDER);
});
afterAll(() => {
  process.chdir(HOME);
  rmSync(FOLDER, { recursive: true });
});

interface World {
  readonly stdin?: string;
  readonly isTTY?: boolean;
  readonly env?: { readonly [name: string]: string };
}

/** Runs a command line, as an array or as words with spaces between. */
async function cli(command: string | readonly string[], { stdin = '', isTTY = false, env = {} }: World = {}) {
  const out = { stdout: '', stderr: '' };
  const output = (stream: keyof typeof out) => ({ isTTY, write: (text: string) => void (out[stream] += text) });
  const argv = typeof command === 'string' ? command.split(' ').filter(Boolean) : command;
  const io = { stdin: Readable.from([stdin]), stdout: output('stdout'), stderr: output('stderr'), env };
  return { code: await run(argv, io), ...out };
}

describe('validate', () => {
  test.each<[string, number]>([
    ['validate good.yaml', 0],
    ['validate dangling.yaml', 0],
    ['validate good.yaml empty.yaml --strict', 0],
    ['validate dangling.yaml --strict', 1],
    ['validate dangling.yaml --closed', 1],
    ['validate wrong.yaml', 1],
    ['validate wrong.yaml good.yaml --format json', 1],
    ['validate broken.yaml', 2],
    ['validate wrong.yaml broken.yaml', 2],
    ['validate empty.yaml', 2],
    ['validate missing.yaml', 2],
    ['validate .', 2],
    ['validate good.yaml --release gaie-v1.5.0', 0],
    ['validate good.yaml --release GAIE_V1_4_0', 0],
    ['validate good.yaml --release Release.LLM_D_ROUTER_V0_10_0', 0],
    ['validate wrong.yaml --ignore LLMD-UNKNOWN-FIELD=known', 0],
    ['validate dangling.yaml --strict --ignore LLMD-SCALE-TARGET-MISSING=a=b', 0],
    ['validate good.yaml --ignore LLMD-UNKNOWN-FIELD=known --strict', 1],
    ['--version', 0],
    ['--help', 0],
    ['validate --help', 0],
    ['graph good.yaml', 0],
    ['graph broken.yaml', 2],
  ])('%s ends with %d', async (command, code) => expect((await cli(command)).code).toBe(code));

  test('prints diagnostics, in text', async () => {
    expect(await cli('validate twice.yaml broken.yaml good.yaml')).toMatchSnapshot();
  });

  test('prints diagnostics, in JSON', async () => {
    const { stdout, stderr } = await cli('validate wrong.yaml broken.yaml --format json');
    expect(stderr).toBe('');
    const diagnostics = JSON.parse(stdout) as object[];
    const keys = 'code severity file document line kind namespace name path message remedy'.split(' ');
    expect(diagnostics.map((diagnostic) => Object.keys(diagnostic))).toEqual([keys, keys]);
    expect(diagnostics).toMatchObject([
      { code: 'LLMD-YAML', file: 'broken.yaml', kind: null },
      { code: 'LLMD-UNKNOWN-FIELD', file: 'wrong.yaml', document: 1, path: 'color' },
    ]);
  });

  test('prints diagnostics, for GitHub', async () => {
    const { stdout } = await cli('validate wrong.yaml --format github');
    expect(stdout).toMatch(
      /^::error file=wrong.yaml,line=4,title=LLMD-UNKNOWN-FIELD::ConfigMap default\/wrong color: /,
    );
  });

  test.each(['json', 'github'])('finds nothing, in %s', async (format) => {
    const { stdout, stderr } = await cli(`validate good.yaml --format ${format}`);
    expect([stdout, stderr]).toEqual([format === 'json' ? '[]\n' : '', '']);
  });

  test('reads a pipe', async () => {
    expect(await cli('validate -', { stdin: WRONG })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('stdin: ConfigMap default/wrong\n'),
    });
  });

  test('several diagnostics may be ignored', async () => {
    const options = ['LLMD-UNKNOWN-FIELD=a', 'LLMD-SCALE-TARGET-MISSING=b'].flatMap((value) => ['--ignore', value]);
    const { stdout } = await cli(['validate', 'wrong.yaml', 'dangling.yaml', ...options]);
    expect(stdout).toBe('2 objects: no diagnostics\n');
  });

  test('counts the objects of a list', async () => {
    const list = {
      apiVersion: 'v1',
      kind: 'List',
      items: ['a', 'b'].map((name) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } })),
    };
    expect((await cli('validate -', { stdin: JSON.stringify(list) })).stdout).toBe('2 objects: no diagnostics\n');
  });
});

describe('bad usage', () => {
  test.each<[string]>([
    [''],
    ['valdate'],
    ['validate'],
    ['graph'],
    ['validate --what good.yaml'],
    ['validate --format xml good.yaml'],
    ['validate --release gaie-v9 good.yaml'],
    ['validate --ignore LLMD-UNKNOWN-FEILD good.yaml'],
    ['validate --ignore FIELD=known good.yaml'],
    ['validate --ignore LLMD-UNKNOWN-FIELD good.yaml'],
    ['validate --ignore LLMD-UNKNOWN-FIELD= good.yaml'],
    ['validate --ignore LLMD-YAML=broken broken.yaml'],
    ['graph --format svg good.yaml'],
  ])('%j', async (command) => {
    const { code, stdout, stderr } = await cli(command);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatchSnapshot();
  });
});

describe('help', () => {
  test.each(['--help', 'validate --help', 'graph --help'])('%s', async (command) => {
    expect((await cli(command)).stdout).toMatchSnapshot();
  });
});

describe('colours', () => {
  test.each<[string, World, boolean]>([
    ['a terminal', { isTTY: true }, true],
    ['a pipe', {}, false],
    ['NO_COLOR', { isTTY: true, env: { NO_COLOR: '1' } }, false],
    ['FORCE_COLOR', { env: { FORCE_COLOR: '1' } }, true],
    ['FORCE_COLOR=0', { isTTY: true, env: { FORCE_COLOR: '0' } }, false],
    ['a dumb terminal', { isTTY: true, env: { TERM: 'dumb' } }, false],
  ])('%s', async (_, world, colored) => {
    expect((await cli('validate wrong.yaml', world)).stdout.includes('\x1b[')).toBe(colored);
  });

  test('--no-color', async () => {
    expect((await cli('validate wrong.yaml --no-color', { env: { FORCE_COLOR: '1' } })).stdout).not.toContain('\x1b[');
  });
});

test('objects of one name are counted one by one', async () => {
  const stdin = Array<string>(4).fill(GOOD).join('---\n');
  expect((await cli('validate -', { stdin })).stdout).toMatch(/\n3 errors in 3 of 4 objects\n$/);
});

describe('progress', () => {
  const stdin = `${GOOD}---\n`.repeat(3);
  /** Makes a second pass between any two reads of the clock. */
  const slowly = () => {
    let now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
  };
  afterEach(() => jest.restoreAllMocks());

  test('is shown on a terminal where it takes long, and then removed', async () => {
    slowly();
    const { stderr } = await cli('validate -', { stdin, isTTY: true });
    const lines = stderr.split('\r\x1b[K');
    expect(lines[1]).toMatch(/^reading █+░+ \d+ %$/);
    expect(lines.slice(-2)).toEqual([`checking ${'█'.repeat(30)} 100 %`, '']);
  });

  test('of drawing', async () => {
    slowly();
    expect((await cli('graph dangling.yaml', { isTTY: true })).stderr).toMatch(/^\r\x1b\[Kreading █+ 100 %\r\x1b\[K$/);
  });

  test.each<[string, World, boolean]>([
    ['stderr is no terminal', { stdin }, true],
    ['the terminal is dumb', { stdin, isTTY: true, env: { TERM: 'dumb' } }, true],
    ['it is short', { stdin, isTTY: true }, false],
  ])('is not shown where %s', async (_, world, isSlow) => {
    if (isSlow) slowly();
    expect((await cli('validate -', world)).stderr).toBe('');
  });
});

test('an argument with control characters is escaped', async () => {
  const { code, stderr } = await cli('x\n::error::y\u001b[8m');
  expect(code).toBe(2);
  expect(stderr).toContain('x\\u000a::error::y\\u001b[8m');
});

describe('a bug of the package', () => {
  beforeEach(() => {
    jest.spyOn(ResourceSet.prototype, 'view').mockImplementation(() => {
      throw new TypeError('x is not a function');
    });
  });
  afterEach(() => jest.restoreAllMocks());

  test('is reported as a bug', async () => {
    expect(await cli('graph good.yaml')).toEqual({
      code: 2,
      stdout: '',
      stderr: `This is a bug in cdk8s-llm-d, not in what it was given: x is not a function
Set DEBUG=1 to see where it happened.
`,
    });
  });

  test('shows the stack with DEBUG=1', async () => {
    expect((await cli('graph good.yaml', { env: { DEBUG: '1' } })).stderr).toMatch(/TypeError: x.*\n +at /);
  });
});

describe('graph', () => {
  test('draws what is missing, too', async () => {
    expect((await cli('graph dangling.yaml')).stdout).toMatch(/^flowchart LR\n[^]*missing/);
  });

  test('draws for Graphviz', async () => {
    expect((await cli('graph dangling.yaml --format dot')).stdout).toMatch(/^digraph /);
  });

  test('reports what it could not read', async () => {
    expect((await cli('graph broken.yaml')).stderr).toContain('LLMD-YAML');
  });
});

describe('as a process', () => {
  const COMMAND = ['--import', 'tsx', join(HOME, 'lib/cli/main.ts'), 'validate'];

  test('ends with the code of the command', () => {
    const { status, stdout } = spawnSync(process.execPath, [...COMMAND, '-'], {
      input: WRONG,
      encoding: 'utf8',
      cwd: HOME,
    });
    expect(status).toBe(1);
    expect(stdout).toContain('LLMD-UNKNOWN-FIELD');
  });

  test('exits without an error when its stdout is closed early', async () => {
    const child = spawn(process.execPath, [...COMMAND, '-'], { cwd: HOME, stdio: ['pipe', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.destroy();
    child.stdin.end(Array.from({ length: 2000 }, () => WRONG).join('---\n'));
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });
});
