import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceStack, Release } from '../../lib';
import { REFERENCE_RULES } from '../../lib/validation/rules/references';
import { ROUTING_RULES } from '../../lib/validation/rules/routing';
import { SET_RULES } from '../../lib/validation/rules/set';
import { places } from '../support/diagnostics';
import { DATA_PLANES, ENGINES, OPT } from '../support/stacks';
import { type KubeObject, parseObjects } from '../support/objects';
import { synth } from '../support/synth';

const RULES = [...SET_RULES, ...REFERENCE_RULES, ...ROUTING_RULES];
const GUIDES = readdirSync('dist/guides').map((guide) => join('dist/guides', guide));

function read(folder: string): KubeObject[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return files.flatMap((file) => parseObjects(readFileSync(join(folder, file), 'utf8')));
}

test.each([...GUIDES, 'dist'])('%s is complete', (folder) => expect(places(RULES, read(folder))).toEqual([]));

test('dist/ and its platform fit together', () =>
  expect(places(RULES, [...read('dist'), ...read('dist/platform')])).toEqual([]));

const STACKS = Object.entries(DATA_PLANES).flatMap(([dataPlane, make]) =>
  Object.keys(ENGINES).flatMap((engine) =>
    make().capabilities.releases.map((release): [string, string, string] => [dataPlane, engine, release]),
  ),
);

/** The Gateway of the data plane that makes none. */
const SHARED = { group: 'gateway.networking.k8s.io', kind: 'Gateway', namespace: 'gateways', name: 'shared' };

test.each(STACKS)('a stack with %s, %s and %s is complete', (dataPlane, engine, release) => {
  const objects = synth((chart) => {
    new InferenceStack(chart, 'opt', {
      model: OPT,
      engine: ENGINES[engine],
      dataPlane: DATA_PLANES[dataPlane](),
      release: Release.of(release),
      replicas: 2,
      disruptionBudget: { maxUnavailable: 1 },
      rewrites: [{ models: ['alias'], targets: [{ model: 'facebook/opt-125m' }] }],
    });
  });
  expect(places(RULES, objects, { external: [SHARED] })).toEqual([]);
});
