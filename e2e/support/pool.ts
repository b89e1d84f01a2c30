import type { InferenceStack } from '../../lib';
import { apply, changes } from './apply';
import { getList, kubectl, rolledOut } from './kubectl';
import { PortForward } from './port-forward';
import { get } from './requests';
import { until } from './wait';

/** Applies a stack twice, the second time without a change, waits until it serves, and opens a tunnel to its entry. */
export async function serve(namespace: string, yaml: string, { entry }: InferenceStack): Promise<PortForward> {
  await apply(yaml);
  for (const { metadata } of await getList('deployments', '-n', namespace)) await rolledOut(namespace, metadata.name);
  expect(changes(await apply(yaml))).toEqual([]);
  const tunnel = await PortForward.open(namespace, `svc/${entry.service}`, entry.port);
  const status = async () => (await get(`${tunnel.url}/v1/models`)).status;
  await until('GET /v1/models through the entry to answer 200', 60, status, (it) => it === 200);
  return tunnel;
}

/** Deletes what lies outside of the namespace of a suite. */
export async function removeClusterScoped(yaml: string): Promise<void> {
  await kubectl(['delete', '--ignore-not-found', '-f', '-', '--wait=false'], yaml);
}
