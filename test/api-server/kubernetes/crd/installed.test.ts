import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from '../../../../lib/api-server/kubernetes/crd/installed';
import { changed, problemsOf } from '../change';

const FOLDER = join(__dirname, '..', '..', '..', '..', 'imports', 'crds');

const read = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));

const POOLS = 'inferencepools.inference.networking.k8s.io';

test.each(readdirSync(FOLDER))('%s is fine', (file) => expect(problemsOf(read(file))).toEqual([]));

test.each([
  ['as it is', {}, true],
  ['with another description', { 'versions[0].schema.openAPIV3Schema.description': 'A pool.' }, true],
  ['with another list kind', { 'names.listKind': 'Pools' }, false],
  ['with one field less', { 'versions[0].schema.openAPIV3Schema.properties.spec': undefined }, false],
  ['with one field more', { 'versions[0].schema.openAPIV3Schema.properties.more': { type: 'string' } }, false],
])('the definition of pools %s', (_title, changes, known) =>
  expect(isInstalled(POOLS, changed(read(`${POOLS}.json`).spec, changes))).toBe(known),
);

test.each([['foos.example.com'], ['../package'], [undefined]])('nothing called %p is installed', (name) =>
  expect(isInstalled(name, {})).toBe(false),
);

test('a changed definition is looked at closely', () => {
  const pools = changed(read(`${POOLS}.json`), {
    'spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.selector.type': 'list',
    'spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.targetPorts': undefined,
  });
  expect(problemsOf(pools)).toEqual([
    'LLMD-CRD spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.selector.type: "list" is no type',
  ]);
});
