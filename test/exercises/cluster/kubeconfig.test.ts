import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Cluster } from '../../../lib/exercises/cluster/cluster';
import { readKubeconfig } from '../../../lib/exercises/cluster/kubeconfig';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-kubeconfig-'));
const before = process.env.KUBECONFIG;
afterEach(() => (process.env.KUBECONFIG = before));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** A kubeconfig with a context, and as its cluster `all`, which every file has. */
const config = (name: string, current = name) => `
current-context: ${current}
clusters: [{name: all, cluster: {server: 'http://${name}:80', certificate-authority: ca.crt}}]
contexts: [{name: ${name}, context: {cluster: all, user: ann}}]
users: [{name: ann, user: {token: ${name}}}]
`;

const A = file('a', config('a'));
const B = file('b', config('b'));
const EMPTY = file('empty', '');

function read(...files: readonly string[]) {
  process.env.KUBECONFIG = files.join(delimiter);
  return readKubeconfig();
}

test('files that are not there are left out', async () => {
  expect((await read('/nowhere', B)).getCurrentContext()).toBe('b');
  expect((await read(A, '/nowhere')).getCurrentContext()).toBe('a');
});

test('of two files the entries of both are read, and of one name those of the first', async () => {
  const both = await read(A, B);
  expect(both.getCurrentContext()).toBe('a');
  expect(both.getContexts().map(({ name }) => name)).toEqual(['a', 'b']);
  expect(both.getClusters()).toMatchObject([{ server: 'http://a:80', caFile: join(folder, 'ca.crt') }]);
  expect(both.getUsers()).toMatchObject([{ token: 'a' }]);
  expect((await read(file('none', config('c', '""')), B)).getCurrentContext()).toBe('b');
});

test.each([
  [
    ['/nowhere', '/not/here'],
    'got no file /nowhere, /not/here, expected at least one file of KUBECONFIG. Fix: correct',
  ],
  [[folder], `got a kubeconfig that cannot be read: ${folder}: EISDIR`],
  [[A, EMPTY], `got a kubeconfig that cannot be read: ${EMPTY}: it has no clusters, expected YAML with`],
  [[file('yaml', 'users:\n- token: secret: 7\n')], '/yaml: line 2: bad indentation of a mapping entry, expected'],
  [[file('entry', 'clusters: [{name: a}]')], '/entry: clusters[0].cluster is missing, expected'],
])('%j is refused, without what is in it', async (files, expected) => {
  const failing = read(...files);
  await expect(failing).rejects.toThrow(/^LLMD-KUBECONFIG at kubeconfig: got (?!.*secret)/s);
  await expect(failing).rejects.toThrow(expected);
});

test.each([
  ['{cluster: none, user: ann}', 'LLMD-KUBECONFIG at kubeconfig: got a context without a cluster'],
  ['{cluster: odd, user: ann}', 'LLMD-KUBECONFIG at kubeconfig: got the server 10.0.0.1, expected a cluster with an'],
])('the context %s cannot be opened', async (context, expected) => {
  const clusters = '[{name: odd, cluster: {server: 10.0.0.1}}]';
  process.env.KUBECONFIG = file(
    'c',
    `current-context: c\ncontexts: [{name: c, context: ${context}}]\nclusters: ${clusters}`,
  );
  await expect(Cluster.open()).rejects.toThrow(expected);
});
