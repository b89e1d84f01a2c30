import { METRICS_PORT } from '../../lib/catalogue/endpoint-picker/ports';
import { DataPlane, Engine, InferenceStack, Model, Release } from '../../lib';
import { apply, changes } from '../support/apply';
import { defineKinds } from '../support/definitions';
import { kubectl, rolledOut } from '../support/kubectl';
import { parseMetrics } from '../../lib/exercises/metrics';
import { ownNamespace } from '../support/namespace';
import { PortForward } from '../support/port-forward';
import { get } from '../support/requests';
import { synth } from '../support/synth';
import { until } from '../support/wait';

const release = Release.GAIE_V1_5_0;

describe(`the metrics of the real picker ${release.id}, which authenticates clients`, () => {
  const namespace = ownNamespace('metrics-auth');
  const names = { role: `${namespace}-reader`, outsider: 'outsider', reader: 'reader' };
  const { yaml, made } = synth(namespace, (chart) => {
    return new InferenceStack(chart, 'opt', {
      model: Model.huggingFace('facebook/opt-125m'),
      engine: Engine.simulator(),
      dataPlane: DataPlane.standaloneEnvoy(),
      release,
    });
  });
  let tunnel: PortForward;

  afterAll(async () => {
    await tunnel?.close();
    // Cluster-scoped objects are not deleted with the namespace.
    await kubectl(['delete', '--ignore-not-found', '-f', '-', '--wait=false'], yaml);
    await kubectl(['delete', '--ignore-not-found', `clusterrole/${names.role}`, `clusterrolebinding/${names.role}`]);
  });

  test('the stack with its defaults applies, and again without a change', async () => {
    await defineKinds(release);
    await apply(yaml);
    expect(changes(await apply(yaml))).toEqual([]);
    await rolledOut(namespace, made.pool.endpointPicker.name);
    tunnel = await PortForward.open(namespace, `svc/${made.pool.endpointPicker.name}`, METRICS_PORT);
  });

  test('two ServiceAccounts, of which one may get /metrics', async () => {
    await kubectl(['create', 'serviceaccount', names.outsider, '-n', namespace]);
    await kubectl(['create', 'serviceaccount', names.reader, '-n', namespace]);
    await kubectl(['create', 'clusterrole', names.role, '--verb=get', '--non-resource-url=/metrics']);
    const subject = `--serviceaccount=${namespace}:${names.reader}`;
    await kubectl(['create', 'clusterrolebinding', names.role, `--clusterrole=${names.role}`, subject]);
  });

  test('without a token: 401', async () => {
    expect((await get(`${tunnel.url}/metrics`)).status).toBe(401);
  });

  test('with the token of a ServiceAccount that may not read them: 403', async () => {
    expect((await get(`${tunnel.url}/metrics`, await bearer(names.outsider))).status).toBe(403);
  });

  test('with the token of a ServiceAccount that may: 200 and the metrics of the pool', async () => {
    const token = await bearer(names.reader);
    expect((await get(`${tunnel.url}/metrics`, token)).status).toBe(200);
    // A picker that has just started counts its pods every 5 s.
    const metricNames = async () => parseMetrics((await get(`${tunnel.url}/metrics`, token)).body).map((it) => it.name);
    await until('the pool in the metrics', 30, metricNames, (all) => all.includes(release.readyEndpointsMetric));
  });

  async function bearer(serviceAccount: string): Promise<{ authorization: string }> {
    const token = await kubectl(['create', 'token', serviceAccount, '-n', namespace]);
    return { authorization: `Bearer ${token.trim()}` };
  }
});
