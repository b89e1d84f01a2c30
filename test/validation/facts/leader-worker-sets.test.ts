import { ResourceSet } from '../../../lib/validation/resource-set';
import { checkStructure } from '../../../lib/api-server/check-object';
import { FILE_KINDS } from '../../../lib/validation/file-kinds';
import { commandLine } from '../../../lib/validation/facts/command-line';
import { containersOf, podsMatching, podTemplates } from '../../../lib/validation/facts/pods';

const NAME = 'leaderworkerset.sigs.k8s.io/name';
const INDEX = 'leaderworkerset.sigs.k8s.io/worker-index';

function setOf(leaderWorkerTemplate: object, replicas?: number): ResourceSet {
  const object = {
    apiVersion: 'leaderworkerset.x-k8s.io/v1',
    kind: 'LeaderWorkerSet',
    metadata: { name: 'group', namespace: 'team' },
    spec: { replicas, leaderWorkerTemplate },
  };
  return new ResourceSet([checkStructure({ object }, { files: FILE_KINDS }).resource!]);
}

const template = (app: string, args: string[] = []) => ({
  metadata: { labels: { app } },
  spec: { containers: [{ name: 'engine', image: 'a:1', args }] },
});

const seen = (set: ResourceSet) =>
  podTemplates(set).map(({ path, namespace, labels, replicas }) => ({ at: path.at(-1), namespace, labels, replicas }));

test('leaders and workers are pods, with the labels of the controller', () => {
  const set = setOf({ leaderTemplate: template('l'), workerTemplate: template('w'), size: 3 }, 2);
  const namespace = 'team';
  expect(seen(set)).toEqual([
    { at: 'leaderTemplate', namespace, labels: { app: 'l', [NAME]: 'group', [INDEX]: '0' }, replicas: 2 },
    { at: 'workerTemplate', namespace, labels: { app: 'w', [NAME]: 'group' }, replicas: 4 },
  ]);
  expect(podsMatching(set, namespace, { [NAME]: 'group', [INDEX]: '0' })).toHaveLength(1);
});

test('without a template of its own, the leader is made from that of the workers', () => {
  const labels = { app: 'w', [NAME]: 'group', [INDEX]: '0' };
  expect(seen(setOf({ workerTemplate: template('w') }))).toEqual([
    { at: 'workerTemplate', namespace: 'team', labels, replicas: 1 },
  ]);
});

test('variables of the controller: the size and the index of a leader are known', () => {
  const args = ['$(LWS_GROUP_SIZE)', '$(LWS_WORKER_INDEX)', '$(LWS_LEADER_ADDRESS)', '$(OTHER)'];
  const set = setOf({ leaderTemplate: template('l', args), workerTemplate: template('w', args), size: 3 });
  const lines = podTemplates(set).map((pod) => commandLine(containersOf(pod)[0])!.map(({ text }) => text));
  const isKnown = lines.map((line) => line.map((text) => /^[ -~]+$/.test(text)));
  expect(lines.map(([size]) => size)).toEqual(['3', '3']);
  expect(lines[0][1]).toBe('0');
  expect(isKnown).toEqual([
    [true, true, false, true],
    [true, false, false, true],
  ]);
});
