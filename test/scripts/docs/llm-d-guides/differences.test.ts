import { readdirSync, readFileSync } from 'node:fs';
import {
  compared,
  comparison,
  covers,
  exampleFields,
  reasonsOf,
} from '../../../../scripts/docs/llm-d-guides/differences';
import { GUIDES } from '../../../../scripts/docs/llm-d-guides/guides';
import { REASONS, type Reason } from '../../../../scripts/docs/llm-d-guides/reasons';
import { findings } from '../../../support/findings';
import { parseObjects } from '../../../support/objects';

const DIST = 'examples/llm-d-guides/dist';

/** What the stacks refer to and do not make. */
const EXTERNAL = [
  { group: '', kind: 'Secret', name: 'llm-d-hf-token', namespace: 'default' },
  { group: 'resource.k8s.io', kind: 'DeviceClass', name: 'gpu.intel.com' },
];

const comparisons = GUIDES.map(compared);
const guides = comparisons.map((it) => [it.guide.stack, it] as const);
/** Stack and field of every difference. */
const found = comparisons.flatMap(({ guide: { stack }, differences }) =>
  differences.map(({ field }) => [stack, field] as const),
);

test('every stack of the example is compared', () => {
  expect(GUIDES.map(({ stack }) => `${stack}.k8s.yaml`).sort()).toEqual(readdirSync(DIST).sort());
});

test.each(guides)('%s: each difference has one reason', (stack, { differences }) => {
  const others = differences.filter(({ field }) => reasonsOf(stack, field).length !== 1);
  expect(others).toEqual([]);
});

test.each(guides)('%s: validation finds nothing', (stack) => {
  expect(findings(parseObjects(readFileSync(`${DIST}/${stack}.k8s.yaml`, 'utf8')), EXTERNAL)).toEqual([]);
});

test.each(guides)('%s has the model, parallelism and limits of the guide', (_, { same }) => {
  expect(same).toEqual(expect.arrayContaining(['command', 'replicas', 'args.model']));
  expect(same.filter((field) => field.startsWith('resources.limits.')).length).toBeGreaterThan(0);
});

describe('each reason has a difference', () => {
  test.each(REASONS.flatMap((reason) => reason.fields.map((field) => [field, reason] as const)))(
    '%s',
    (field, reason) => {
      expect(found.filter(([stack, each]) => isFor(reason, stack) && covers(field, each))).not.toEqual([]);
    },
  );

  const named = REASONS.flatMap((reason) => (reason.stacks ?? []).map((stack) => [stack, reason.why, reason] as const));
  test.each(named)('%s: %s', (stack, _, { fields }) => {
    const differing = found.filter(
      ([each, field]) => each === stack && fields.some((pattern) => covers(pattern, field)),
    );
    expect(differing).not.toEqual([]);
  });
});

function isFor({ stacks, butFor }: Reason, stack: string): boolean {
  return (stacks?.includes(stack) ?? true) && !butFor?.includes(stack);
}

describe('a difference without a reason', () => {
  const [guide] = GUIDES;
  const ours = exampleFields(guide.stack);
  const unexplained = (fields: { [field: string]: string }) =>
    comparison(guide, { ...ours, ...fields }).differences.filter(({ field }) => !reasonsOf(guide.stack, field).length);

  test('is found', () => {
    expect(unexplained({})).toEqual([]);
    expect(unexplained({ replicas: '3' })).toEqual([{ field: 'replicas', theirs: '2', ours: '3' }]);
    expect(unexplained({ 'args.--enforce-eager': 'yes' })).toHaveLength(1);
  });
});
