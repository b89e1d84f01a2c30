import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { filesBelow } from './test/support/files';
import { type KubeObject, nameOf, parseObjects } from './test/support/objects';

/*
 * Locks every file that main.ts writes. The committed dist/ is compared with what a run writes now; the snapshot holds
 * names and checksums only, since a review sees the YAML in dist/. What does not depend on the run is checked on dist/.
 */

const TSX = pathToFileURL(require.resolve('tsx')).href;
const MAIN = join(__dirname, 'main.ts');
const DIST = filesBelow(join(__dirname, 'dist'));

const CLUSTER_SCOPED = ['ClusterRole', 'ClusterRoleBinding', 'CustomResourceDefinition', 'Namespace'];

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-main-'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** Runs main.ts in a process of its own, as `npm run synth` does, and returns what it printed. */
async function run({
  cwd = __dirname,
  ...env
}: {
  cwd?: string;
  [variable: string]: string | undefined;
}): Promise<string> {
  const inherited = { ...process.env };
  delete inherited.CDK8S_OUTDIR;
  const options = { cwd, env: { ...inherited, ...env } };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', TSX, MAIN], options);
  return stdout;
}

function folder(name: string, files: { readonly [path: string]: string } = {}): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(scratch, name, dirname(path)), { recursive: true });
    writeFileSync(join(scratch, name, path), text);
  }
  mkdirSync(join(scratch, name), { recursive: true });
  return join(scratch, name);
}

const objectsIn = new Map<string, KubeObject[]>();

/** The objects of a file of dist/, parsed once. */
function objects(path: string): KubeObject[] {
  const known = objectsIn.get(path) ?? parseObjects(DIST.get(path)!);
  objectsIn.set(path, known);
  return known;
}

describe('a run of main.ts', () => {
  test('writes dist/ as it is committed (if not: npm run synth), wherever it runs and in any language', async () => {
    const cwd = folder('elsewhere');
    const printed = await run({ cwd, LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Chatham' });
    const written = filesBelow(join(cwd, 'dist'));
    expect([...written.keys()]).toEqual([...DIST.keys()]);
    expect([...written].filter(([path, text]) => text !== DIST.get(path)).map(([path]) => path)).toEqual([]);
    expect(printed.trimEnd().split('\n').sort()).toEqual([...DIST.keys()].map((path) => `dist/${path}`).sort());
  });

  test('clears what an earlier run wrote, and leaves everything else alone', async () => {
    const outdir = folder('used', {
      'old.k8s.yaml': 'stale',
      'guides/9-gone/9-gone.k8s.yaml': 'stale',
      'platform/3-controller.k8s.yaml': 'stale',
      'notes.txt': 'foreign',
      'guides/1-vllm/kustomization.yaml': 'foreign',
    });
    await run({ CDK8S_OUTDIR: outdir });
    expect(existsSync(join(outdir, 'guides/9-gone'))).toBe(false);
    const foreign = ['guides/1-vllm/kustomization.yaml', 'notes.txt'];
    const written = filesBelow(outdir);
    expect([...written.keys()]).toEqual([...DIST.keys(), ...foreign].sort());
    expect(foreign.map((path) => written.get(path))).toEqual(['foreign', 'foreign']);
    expect(written.get('platform/3-controller.k8s.yaml')).toBe(DIST.get('platform/3-controller.k8s.yaml'));
  });
});

describe('dist/', () => {
  test('holds these files: the platform in its order, a folder for each guide, and the whole stack at its root', () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    expect([...DIST].map(([path, text]) => `${sha256(text)}  ${path}`).join('\n')).toMatchSnapshot();
  });

  test('holds the state after guide 6 at its root, since `kubectl apply -f dist/` is not recursive', () => {
    expect(DIST.get('llm-d.k8s.yaml')).toBe(DIST.get('guides/6-observability/6-observability.k8s.yaml'));
  });

  test('has definitions and rights before what needs them', () => {
    const kinds = (path: string) => [...new Set(objects(`platform/${path}.k8s.yaml`).map(({ kind }) => kind))];
    expect(kinds('0-namespace')).toEqual(['Namespace']);
    expect(kinds('1-crds')).toEqual(['CustomResourceDefinition']);
    expect(kinds('2-rbac')).toEqual(['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding']);
    expect(kinds('3-controller')).toEqual(['Service', 'Deployment']);
  });
});

describe.each([...DIST.keys()])('dist/%s', (path) => {
  test('holds Kubernetes objects only, each once', () => {
    for (const object of objects(path)) {
      expect(object).toMatchObject({
        apiVersion: expect.stringMatching(/^([a-z0-9.-]+\/)?v\d+((alpha|beta)\d+)?$/),
        kind: expect.stringMatching(/^[A-Z]\w+$/),
        metadata: { name: expect.stringMatching(/./) },
      });
    }
    const names = objects(path).map(nameOf);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  });

  test('gives a namespace to every object that has one, and to no other', () => {
    const wrong = objects(path).filter(
      ({ kind, metadata }) => CLUSTER_SCOPED.includes(kind) === (metadata.namespace !== undefined),
    );
    expect(wrong.map(nameOf)).toEqual([]);
  });
});
