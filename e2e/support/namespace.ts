import { apply } from './apply';
import { getList, kubectl, tryKubectl } from './kubectl';

/**
 * Gives the suite a namespace of its own that admits only pods of the `restricted` standard. When a step fails, its
 * pods, events and logs are printed before the namespace is deleted.
 */
export function ownNamespace(name: string): string {
  const namespace = `e2e-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  beforeAll(async () => {
    await kubectl(['delete', 'namespace', namespace, '--ignore-not-found']);
    const metadata = { name: namespace, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } };
    await apply(JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata }));
  });
  afterAll(async () => {
    if (hasFailed()) {
      await describeNamespace(namespace);
    }
    await kubectl(['delete', 'namespace', namespace, '--wait=false']);
    // Model servers and pickers may take minutes to shut down, and no request needs them any more.
    await tryKubectl(['delete', 'pods', '--all', '-n', namespace, '--grace-period=1', '--wait=false']);
    await kubectl(['wait', '--for=delete', `namespace/${namespace}`, '--timeout=5m']);
  });
  return namespace;
}

/** The environment of the suites (stop-at-first-failure.ts) sets this when a step or a preparation has failed. */
function hasFailed(): boolean {
  return (globalThis as { e2eFailed?: boolean }).e2eFailed ?? false;
}

/** Prints pods, events and logs for the diagnosis of a failure. */
async function describeNamespace(namespace: string): Promise<void> {
  const pods = await getList('pods', '-n', namespace);
  const questions = [
    ['get', 'pods', '-n', namespace, '-o', 'wide'],
    ['get', 'events', '-n', namespace, '--sort-by=.lastTimestamp'],
    ...pods.map((pod) => ['logs', '-n', namespace, pod.metadata.name, '--all-containers', '--prefix', '--tail=25']),
  ];
  for (const question of questions) {
    const { stdout, stderr } = await tryKubectl(question);
    process.stderr.write(`\n$ kubectl ${question.join(' ')}\n${stdout}${stderr}`);
  }
}
