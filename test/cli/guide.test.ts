import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../support/command';
import { type Paths, type Responder, SimulatedApiServer } from '../support/simulated-api-server';
import { SimulatedObjects } from '../support/simulated-objects';

const SERVICE = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'vllm', namespace: 'default' },
  spec: { ports: [{ port: 8000 }] },
};

const FOLDER = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-guide-'));
beforeAll(() => {
  mkdirSync(join(FOLDER, 'guides', '1-vllm'), { recursive: true });
  writeFileSync(join(FOLDER, 'guides', '1-vllm', 'all.yaml'), JSON.stringify(SERVICE));
});
afterAll(() => rmSync(FOLDER, { recursive: true }));

async function guide(args: readonly string[], source: Paths | Responder = {}) {
  const server = await SimulatedApiServer.start(source);
  try {
    return await runCommand(['guide', ...args], server.kubeconfig);
  } finally {
    await server.stop();
  }
}

describe('bad usage', () => {
  test.each<[string, string[], string]>([
    ['no number', [], "missing required argument 'number'"],
    ['another number', ['7'], 'Expected one of 1, 2, 3, 4, 5, 6.'],
    ['no time', ['1', '--timeout=0'], 'Expected a number above 0.'],
    ['another context', ['1', '--context=other'], 'LLMD-CONTEXT at kubeconfig: got context "other"'],
    ['a folder without the guide', ['2', '--yes', '--from', FOLDER], 'LLMD-GUIDE-FOLDER at '],
    [
      'no terminal to ask for consent',
      ['1', '--from', FOLDER],
      `This will, on simulated (SERVER):\n  - apply ${FOLDER}/guides/1-vllm/:\n      create Service default/vllm\n` +
        'error: without a terminal there is no one to ask: add --yes to allow it',
    ],
    ['a cluster that refuses', ['1', '--yes', '--from', FOLDER], 'LLMD-CLUSTER-KIND at Service default/vllm'],
  ])('%s', async (_, args, expected) => {
    const { code, stdout, stderr } = await guide(args);
    expect({ code, stdout: stdout.replace(/^\$ kubectl apply .*\n/, '') }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replace(/http:.*(?=\):)/, 'SERVER')).toContain(expected);
  });
});

describe('guide 1 on a simulated cluster without pods', () => {
  test('prints each command and each object, and what failed', async () => {
    const { code, stdout, stderr } = await guide(['1', '--yes', '--from', FOLDER], new SimulatedObjects());
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout.replaceAll(FOLDER, 'FOLDER').replace(/in \d+ s/, 'in N s')).toBe(
      [
        '$ kubectl apply --server-side --field-manager=cdk8s-llm-d -f FOLDER/guides/1-vllm/',
        '  Service default/vllm applied',
        '$ kubectl port-forward service/vllm -n default 8000:8000',
        '$ curl http://localhost:8000/v1/models',
        'guide 1-vllm failed in N s',
        '  failed GET /v1/models',
        '    expected: status 200',
        '    measured: connection reset',
        '',
      ].join('\n'),
    );
  });

  test('prints data and nothing else', async () => {
    const { code, stdout } = await guide(['1', '--yes', '--json', '--from', FOLDER], new SimulatedObjects());
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      guide: 1,
      name: '1-vllm',
      context: 'simulated',
      passed: false,
      objects: [{ title: 'Service default/vllm', action: 'applied' }],
      checks: [{ name: 'GET /v1/models', passed: false }],
      commands: expect.arrayContaining(['curl http://localhost:8000/v1/models']),
    });
  });
});

test('--yes does not overwrite an object of another manager, --take-over does', async () => {
  const path = '/api/v1/namespaces/default/services/vllm';
  const objects = new SimulatedObjects().put(path, { ...SERVICE, spec: { ports: [{ port: 80 }] } }, 'helm');
  const refused = await guide(['1', '--yes', '--from', FOLDER], objects);
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toContain('LLMD-GUIDE-OWNER at Service default/vllm: got Service default/vllm of helm');
  const asked = await guide(['1', '--take-over', '--from', FOLDER], objects);
  expect(asked.stderr).toContain('\n      take over Service default/vllm of helm\n');
  expect(objects.applied).toEqual([]);
  const { stdout } = await guide(['1', '--yes', '--take-over', '--from', FOLDER], objects);
  expect(stdout).toMatch(/ --server-side --force-conflicts .*\n {2}Service default\/vllm applied\n/);
});
