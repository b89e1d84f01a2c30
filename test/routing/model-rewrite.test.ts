import { InferencePool, ModelRewrite, Release, type RewriteRule, type RewriteTarget } from '../../lib';
import { find } from '../support/objects';
import { newChart, synth } from '../support/synth';

const existingPods = { labels: { app: 'elsewhere' } };
const TARGETS: RewriteTarget[] = [{ model: 'a' }];

function rewrite(rules: RewriteRule[], release?: Release, namespace?: string) {
  return synth(
    (chart) => {
      const pool = new InferencePool(chart, 'opt', { existingPods, release });
      new ModelRewrite(chart, 'aliases', { pool, rules });
    },
    { namespace },
  );
}

describe('an InferenceModelRewrite', () => {
  test('points to its pool and stands beside it', () => {
    expect(find(rewrite([{ targets: TARGETS }], undefined, 'team-a'), 'InferenceModelRewrite')).toMatchObject({
      metadata: { name: 'aliases', namespace: 'team-a' },
      spec: { poolRef: { group: 'inference.networking.k8s.io', kind: 'InferencePool', name: 'opt' } },
    });
  });

  test.each(Release.all().map((release) => [release.id, release] as const))('has the API of %s', (_, release) => {
    const { apiVersion } = find(rewrite([{ targets: TARGETS }], release), 'InferenceModelRewrite');
    expect(apiVersion).toBe(release.modelApiVersion);
  });

  test.each<[string, RewriteRule, object]>([
    [
      'an alias',
      { models: ['stable'], targets: [{ model: 'opt' }] },
      {
        matches: [{ model: { type: 'Exact', value: 'stable' } }],
        targets: [{ modelRewrite: 'opt' }],
      },
    ],
    [
      'a split',
      {
        models: ['x', 'y'],
        targets: [
          { model: 'opt', weight: 90 },
          { model: 'canary', weight: 10 },
        ],
      },
      {
        matches: [{ model: { type: 'Exact', value: 'x' } }, { model: { type: 'Exact', value: 'y' } }],
        targets: [
          { modelRewrite: 'opt', weight: 90 },
          { modelRewrite: 'canary', weight: 10 },
        ],
      },
    ],
    ['a rule for all other names', { targets: TARGETS }, { targets: [{ modelRewrite: 'a' }] }],
  ])('%s', (_, rule, written) => {
    expect(find(rewrite([rule]), 'InferenceModelRewrite').spec.rules).toEqual([written]);
  });

  test('keeps the order of its rules', () => {
    const rules = ['c', 'a', 'b'].map((name) => ({ models: [name], targets: TARGETS }));
    const written = find(rewrite(rules), 'InferenceModelRewrite').spec.rules;
    expect(written.map(({ matches }: any) => matches[0].model.value)).toEqual(['c', 'a', 'b']);
  });
});

describe('rules are refused:', () => {
  const x = { models: ['x'], targets: TARGETS };
  const y = { models: ['y'], targets: TARGETS };
  const any = { targets: TARGETS };

  test.each<[string, RewriteRule[], RewriteRule[], string, string]>([
    ['none at all', [], [x], 'LLMD-REWRITE-RULES', 'got no rules, expected at least one'],
    [
      'a name in two rules',
      [x, x],
      [x, y],
      'LLMD-REWRITE-MODEL-TWICE',
      'got the model "x" in two places, expected each name once',
    ],
    [
      'a name twice in a rule',
      [{ models: ['x', 'x'], targets: TARGETS }],
      [{ models: ['x', 'y'], targets: TARGETS }],
      'LLMD-REWRITE-MODEL-TWICE',
      'got the model "x" in two places',
    ],
    [
      'two for all other names',
      [any, any],
      [x, any],
      'LLMD-REWRITE-CATCH-ALL-TWICE',
      'got two rules without models, expected one at the most',
    ],
    ['an empty list', [{ models: [], targets: TARGETS }], [any], 'LLMD-REWRITE-MODELS', 'got an empty list of models'],
    ['an empty name', [{ models: [''], targets: TARGETS }], [x], 'LLMD-REWRITE-MODEL', 'got an empty name in models'],
  ])('%s', (_, refused, accepted, code, text) => {
    expect(() => rewrite(accepted)).not.toThrow();
    expect(() => rewrite(refused)).toThrow(`${code} at test/aliases: ${text}`);
  });

  test('with the remedy', () => {
    expect(() => rewrite([x, x])).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-REWRITE-MODEL-TWICE at test/aliases: got the model "x" in two places, expected each name once. Fix: remove one of them: only the first would count."`,
    );
  });
});

describe('targets are refused:', () => {
  const EXPECTED = {
    none: ['LLMD-REWRITE-TARGETS', 'at least one target'],
    model: ['LLMD-REWRITE-TARGET-MODEL', 'a model name in each target'],
    mixed: ['LLMD-REWRITE-WEIGHT-MISSING', 'a weight on every target or on none'],
    range: ['LLMD-REWRITE-WEIGHT-RANGE', 'whole weights from 1 to 1,000,000'],
  };

  test.each<[string, RewriteTarget[], string[]]>([
    ['none at all', [], EXPECTED.none],
    ['without a name', [{ model: '' }], EXPECTED.model],
    ['some without a weight', [{ model: 'a', weight: 1 }, { model: 'b' }], EXPECTED.mixed],
    ['a weight of 0', [{ model: 'a', weight: 0 }], EXPECTED.range],
    ['a weight below 0', [{ model: 'a', weight: -1 }], EXPECTED.range],
    ['a weight above 1,000,000', [{ model: 'a', weight: 1_000_001 }], EXPECTED.range],
    ['a part of a weight', [{ model: 'a', weight: 0.5 }], EXPECTED.range],
    ['a weight that is no number', [{ model: 'a', weight: Number.NaN }], EXPECTED.range],
  ])('%s', (_, targets, [code, expected]) => {
    expect(() => rewrite([{ targets }])).toThrow(
      `${code} at test/aliases: got ${JSON.stringify(targets)}, expected ${expected}. Fix: `,
    );
  });

  test.each([1, 1_000_000])('a weight of %d is fine', (weight) => {
    expect(() => rewrite([{ targets: [{ model: 'a', weight }] }])).not.toThrow();
  });
});

test('a second one for the same pool is refused, and one for another pool is not', () => {
  const chart = newChart();
  const [opt, other] = ['opt', 'other'].map((id) => new InferencePool(chart, id, { existingPods }));
  const rules = [{ targets: TARGETS }];
  new ModelRewrite(chart, 'first', { pool: opt, rules });
  expect(() => new ModelRewrite(chart, 'of-another', { pool: other, rules })).not.toThrow();
  expect(() => new ModelRewrite(chart, 'second', { pool: opt, rules })).toThrowErrorMatchingInlineSnapshot(
    `"LLMD-REWRITE-SECOND at test/second: got a second ModelRewrite for the pool opt, expected one object for each pool; the first is test/first. Fix: put all rules into one ModelRewrite."`,
  );
});

test('its name is checked', () => {
  const chart = newChart();
  const pool = new InferencePool(chart, 'opt', { existingPods });
  const rules = [{ targets: TARGETS }];
  expect(() => new ModelRewrite(chart, 'a', { pool, rules, name: 'facebook/opt' })).toThrow(/^LLMD-NAME at test\/a: /);
});
