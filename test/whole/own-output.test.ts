import { App } from 'cdk8s';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LlmdStack, Release } from '../../lib';
import { ACCESS_RULES } from '../../lib/validation/rules/access';
import { MONITORING_RULES } from '../../lib/validation/rules/monitoring';
import { NETWORK_RULES } from '../../lib/validation/rules/network';
import { POD_RULES } from '../../lib/validation/rules/pod';
import { diagnostics } from '../support/diagnostics';
import { DATA_PLANES, ENGINES, OPT } from '../support/stacks';
import { parseObjects } from '../support/objects';

const RULES = [...ACCESS_RULES, ...NETWORK_RULES, ...MONITORING_RULES, ...POD_RULES];
/** A note is no violation: guides 1 to 4 leave the drain to guide 5. */
const VIOLATIONS = RULES.filter(({ severity }) => severity !== 'note');
const NOTES = RULES.filter(({ severity }) => severity === 'note');

const DIST = join(__dirname, '../../dist');
const objectsOf = (folder: string) =>
  readdirSync(join(DIST, folder))
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => parseObjects(readFileSync(join(DIST, folder, file), 'utf8')));
const GUIDES = readdirSync(join(DIST, 'guides'));

describe('dist/', () => {
  test.each(['.', ...GUIDES.map((guide) => `guides/${guide}`)])('%s, with the platform', (folder) => {
    expect(diagnostics(VIOLATIONS, [...objectsOf('platform'), ...objectsOf(folder)])).toEqual([]);
  });

  test('drains from guide 5 on', () => {
    const withoutDrain = GUIDES.filter((guide) => diagnostics(NOTES, objectsOf(`guides/${guide}`)).length > 0);
    expect(withoutDrain).toEqual(['2-llm-d', '3-load-distribution', '4-model-aliasing']);
  });
});

const STACKS = Release.all().flatMap((release) =>
  Object.keys(DATA_PLANES)
    .filter((dataPlane) => DATA_PLANES[dataPlane]().capabilities.releases.includes(release.id))
    .flatMap((dataPlane) => Object.keys(ENGINES).map((engine) => [release.id, dataPlane, engine] as const)),
);

test.each(STACKS)('%s, %s, %s', (id, dataPlane, engine) => {
  const release = Release.of(id);
  const props = { model: OPT, engine: ENGINES[engine], dataPlane: DATA_PLANES[dataPlane](), release };
  expect(diagnostics(RULES, new LlmdStack(new App(), 'opt', props).toJson())).toEqual([]);
});
