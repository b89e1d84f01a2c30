import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { DataPlane, Engine, InferenceStack, Model, Release } from '../../lib';
import { apply } from '../support/apply';
import { cli, type Running } from '../support/cli';
import { CuttableApi } from '../support/cuttable-api';
import { defineKinds } from '../support/definitions';
import { getJson, kubectl, rolledOut } from '../support/kubectl';
import { ownNamespace } from '../support/namespace';
import { synth } from '../support/synth';

const REPLICAS = 2;
describe('simulated vLLM, Envoy beside the picker, real picker gaie-v1.5.0: an exercise that is disturbed', () => {
  const namespace = ownNamespace('surroundings');
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-users-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('a stack to exercise', async () => {
    await defineKinds(Release.GAIE_V1_5_0);
    const { yaml } = synth(namespace, (chart) => {
      return new InferenceStack(chart, 'opt', {
        model: Model.huggingFace('facebook/opt-125m'),
        engine: Engine.simulator(),
        replicas: REPLICAS,
        dataPlane: DataPlane.standaloneEnvoy(),
        release: Release.GAIE_V1_5_0,
        rewrites: [{ models: ['opt-stable'], targets: [{ model: 'facebook/opt-125m' }] }],
        endpointPicker: { metricsAuth: false },
      });
    });
    await apply(yaml);
    await rolledOut(namespace, 'opt');
    await rolledOut(namespace, 'opt-epp');
  });

  /** Starts the fault that lasts longest, and disturbs the exercise when the fault has begun. */
  async function disturbed(kubeconfig: string | undefined, disturb: (running: Running) => unknown) {
    const args = ['exercise', 'fault-tolerance', '-n', namespace, '--yes', '--faults', 'scale 3 to 1'];
    const running = cli(args, kubeconfig === undefined ? {} : { KUBECONFIG: kubeconfig });
    let isDone = false;
    running.onStderr = (text) => {
      if (isDone || !text.includes('scaled to 1')) return;
      isDone = true;
      disturb(running);
    };
    return running.ended;
  }

  const replicas = async () => (await getJson('deployment/opt', '-n', namespace)).spec.replicas;

  test('by a Ctrl-C: it scales back', async () => {
    const { code, stderr } = await disturbed(undefined, (running) => running.interrupt());
    expect(stderr).toContain('SIGINT: undoing the changes');
    expect({ code, replicas: await replicas() }).toEqual({ code: 2, replicas: REPLICAS });
  });

  test('by a port-forward that is cut: it says so, counts nothing as failed, and scales back', async () => {
    const api = await CuttableApi.open();
    const { code, stdout, stderr } = await disturbed(api.kubeconfig, () => api.cut());
    await api.close();
    expect(stderr).toMatch(/error: LLMD-(TUNNEL|CLUSTER) at /);
    expect(stdout).not.toContain('failed');
    expect({ code, replicas: await replicas() }).toEqual({ code: 2, replicas: REPLICAS });
  });

  test('by a cluster that goes away: it says so, and how to scale back by hand', async () => {
    const api = await CuttableApi.open();
    const { code, stderr } = await disturbed(api.kubeconfig, () => void api.close());
    expect(code).toBe(2);
    expect(stderr).toMatch(/error: LLMD-(TUNNEL|CLUSTER) at /);
    const command = `kubectl scale deployment/opt -n ${namespace} --replicas=${REPLICAS}`;
    expect(stderr).toContain(`run, when it answers again: \`${command}\``);
    // The workload keeps the annotation, and the Lease is still held: all commands that are left set that back, too.
    const commands = stderr.match(/`kubectl [^`]+`/g)!.map((quoted) => quoted.slice(1, -1).split(' ').slice(1));
    expect(commands).toHaveLength(3);
    for (const each of commands) await kubectl(each);
    await rolledOut(namespace, 'opt');
  });

  test('by no right to port-forward: it says so', async () => {
    const rules = await printedRules('model-aliasing');
    const without = rules.filter(({ resources }) => !resources.includes('pods/portforward'));
    const { code, stderr } = await asUser('reader', without, 'model-aliasing');
    expect(code).toBe(2);
    expect(stderr).toMatch(/error: LLMD-TUNNEL at pod .*create pods.portforward/);
  });

  test.each(['model-aliasing', 'observability'])(
    'with the rights that --print-rbac prints, %s passes',
    async (name) => {
      const { code, stderr } = await asUser(name, await printedRules(name), name);
      expect(stderr).not.toContain('error');
      expect(code).toBe(0);
    },
  );

  test('by no right to scale: it says so before anything is changed', async () => {
    const { code, stderr } = await asUser('scaler', await printedRules('model-aliasing'), 'observability');
    expect(code).toBe(2);
    expect(stderr).toMatch(/error: LLMD-CLUSTER-DENIED at .*: got 403 for POST .*namespaces.\S+.leases/);
    expect(await replicas()).toBe(REPLICAS);
  });

  /** The rules in the namespace of the pool that the command prints for an exercise. */
  async function printedRules(exercise: string): Promise<{ readonly resources: readonly string[] }[]> {
    const { stdout } = await cli(['exercise', exercise, '-n', namespace, '--print-rbac']).ended;
    return parseAllDocuments(stdout)[0].toJS().rules;
  }

  /** Runs an exercise as a ServiceAccount with these rights in the namespace. */
  async function asUser(name: string, rules: readonly object[], exercise: string) {
    const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name, namespace }, rules };
    await kubectl(['create', 'serviceaccount', name, '-n', namespace]);
    await apply(JSON.stringify(role));
    const subject = `--serviceaccount=${namespace}:${name}`;
    await kubectl(['create', 'rolebinding', name, `--role=${name}`, subject, '-n', namespace]);
    const token = (await kubectl(['create', 'token', name, '-n', namespace])).trim();
    const config = JSON.parse(await kubectl(['config', 'view', '--raw', '--minify', '--flatten', '-o', 'json']));
    const kubeconfig = join(folder, name);
    const users = [{ name: config.users[0].name, user: { token } }];
    writeFileSync(kubeconfig, JSON.stringify({ ...config, users }));
    return cli(['exercise', exercise, '-n', namespace, '--yes'], { KUBECONFIG: kubeconfig }).ended;
  }
});
