import { faultsNamed } from '../../lib/exercises/faults';
import type { Session } from '../../lib/exercises/session';
import { withCluster } from '../support/simulated-api-server';

const service = { metadata: { namespace: 'llm', name: 'epp' }, spec: { selector: { app: 'epp' } } };

/** Causes the fault picker-rollout. The simulated Deployment makes its new pod after `reads` reads of its pods. */
async function rollOut(reads: number, timeout: number) {
  const patches: { spec: { template: { metadata: { annotations: object } } } }[] = [];
  const steps: string[] = [];
  let left = reads;
  const pod = (name: string) => ({ metadata: { name, ownerReferences: [{ kind: 'StatefulSet', name: 'epp' }] } });
  const paths = {
    '/api/v1/namespaces/llm/pods': () => ({
      items: [pod(patches.length > 0 && left-- <= 0 ? 'epp-new' : 'epp-old')],
    }),
    '/apis/apps/v1/namespaces/llm/statefulsets/epp': (_method: string, body: string) => {
      patches.push(JSON.parse(body));
      return {};
    },
  };
  await withCluster([paths], async (cluster) => {
    const session = { cluster, target: { picker: { service } }, timeout } as unknown as Session;
    const [fault] = faultsNamed(['picker-rollout']);
    await fault.cause(session, (step) => steps.push(step));
  });
  return { patches, steps };
}

test('picker-rollout may fail no request, and writes what `kubectl rollout restart` writes', async () => {
  expect(faultsNamed(['picker-rollout'])).toMatchObject([{ isHarmless: true, replicas: 3 }]);
  const { patches, steps } = await rollOut(1, 5);
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
  const annotations = { 'kubectl.kubernetes.io/restartedAt': time };
  expect(patches).toEqual([{ spec: { template: { metadata: { annotations } } } }]);
  expect(steps).toEqual(['restarted epp']);
});

test('picker-rollout fails where the old pod stays', async () => {
  await expect(rollOut(Infinity, 0.1)).rejects.toThrow(/^LLMD-EXERCISE-WAIT at the end of epp-old: /);
});
