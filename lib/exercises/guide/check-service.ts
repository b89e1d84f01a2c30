import { refuse } from '../../errors';
import { Tunnel } from '../cluster/tunnel';
import { backendOf } from '../target/service';
import { modelsIn } from '../traffic/answers';
import { Client } from '../traffic/client';
import { answeredBy200, type CheckContext, type GuideCheckResult, completionBody, completionOf } from './guide-check';
import { curlCompletion, curlModels } from './commands';
import type { KubernetesObject } from './objects';

/** The check of guide 1: the model server answers through its Service. */
export async function checkService({
  cluster,
  objects,
  commands,
  signal,
  onCommand,
}: CheckContext): Promise<GuideCheckResult> {
  const service = serviceIn(objects);
  const { name, namespace = 'default' } = service.metadata;
  const { port } = service.spec!.ports![0];
  onCommand(commands.portForward(name, namespace, port, port));
  const faults: Error[] = [];
  const tunnel = await Tunnel.open(
    cluster,
    () => backendOf(cluster, service, port),
    (error) => faults.push(error),
  );
  const client = new Client(tunnel.url, { signal });
  try {
    onCommand(curlModels(port));
    const models = await client.get('/v1/models');
    const listed = answeredBy200('GET /v1/models', models);
    // If the port-forward broke, the answer says nothing about the model server.
    if (faults.length > 0) throw faults[0];
    const [model] = modelsIn(models.body);
    if (!listed.passed || model === undefined) return { checks: [{ ...listed, passed: false }] };
    onCommand(curlCompletion(port, completionBody(model)));
    const completed = await client.complete(completionOf(model));
    return { checks: [listed, answeredBy200('POST /v1/completions', completed)] };
  } finally {
    client.close();
    await tunnel.close();
  }
}

function serviceIn(objects: readonly KubernetesObject[]): KubernetesObject {
  const service = objects.find(({ kind, spec }) => kind === 'Service' && spec?.ports !== undefined);
  if (service !== undefined) return service;
  refuse('guide 1', {
    code: 'LLMD-GUIDE-SERVICE',
    got: 'a folder without a Service that has a port',
    expected: 'the Service of the model server',
    remedy: 'synthesize the folder with the Service in it',
  });
}
