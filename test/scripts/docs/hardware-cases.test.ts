import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hardwareCases } from '../../../scripts/docs/hardware-cases';
import { hardwarePage } from '../../../scripts/docs/hardware';
import { findings } from '../../support/findings';
import type { KubeObject } from '../../support/objects';

/** What the stacks refer to and do not make. */
const EXTERNAL = [
  { group: '', kind: 'Secret', name: 'hub', namespace: 'default' },
  { group: '', kind: 'Secret', name: 's3', namespace: 'default' },
  { group: '', kind: 'PersistentVolumeClaim', name: 'models', namespace: 'default' },
  { group: 'resource.k8s.io', kind: 'DeviceClass', name: 'gpu.nvidia.com' },
];

const cases = hardwareCases().map((it) => [[it.engine, it.accelerator ?? 'CPU', it.source].join(', '), it] as const);
const supported = cases.filter(([, { objects }]) => objects !== undefined);

test.each(supported)('%s: validation finds nothing', (_, { objects }) => {
  expect(findings(objects as readonly KubeObject[], EXTERNAL)).toEqual([]);
});

test('the objects of each are locked', () => {
  const digest = (objects: unknown) => createHash('sha256').update(JSON.stringify(objects)).digest('hex').slice(0, 16);
  expect(Object.fromEntries(supported.map(([title, { objects }]) => [title, digest(objects)]))).toMatchSnapshot();
});

test('what cannot work names what can', () => {
  const refused = cases.filter(([, { refusal }]) => refusal !== undefined);
  expect(refused.length).toBeGreaterThan(0);
  for (const [, { refusal }] of refused) expect(refusal!.details.remedy).toMatch(/image|Accelerator|Engine|Model/);
});

test('docs/hardware.md is what `npm run docs` writes', () => {
  expect(readFileSync('docs/hardware.md', 'utf8')).toBe(hardwarePage());
});
