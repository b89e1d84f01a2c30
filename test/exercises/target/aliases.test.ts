import { aliasesOf, sharesOf } from '../../../lib/exercises/target/aliases';
import { Release } from '../../../lib/catalogue/endpoint-picker/release';
import { withCluster } from '../../support/simulated-api-server';

const POOL = { namespace: 'llm', name: 'opt', labels: {}, ports: [8000], picker: 'epp' };

function rewrite(name: string, second: number, rules: object[], pool = 'opt') {
  return {
    metadata: { name, creationTimestamp: `2026-11-23T10:00:0${second}Z` },
    spec: { poolRef: { name: pool }, rules },
  };
}

function rule(names: string[], targets: [string, number?][]) {
  return {
    matches: names.map((value) => ({ model: { type: 'Exact', value } })),
    targets: targets.map(([modelRewrite, weight]) => ({ modelRewrite, weight })),
  };
}

function find(...items: object[]) {
  const path = `/apis/${Release.GAIE_V1_5_0.modelApiVersion}/namespaces/llm/inferencemodelrewrites`;
  return withCluster([{ [path]: { items } }], (cluster) => aliasesOf(cluster, POOL, Release.GAIE_V1_5_0));
}

test('each name of each rule is an alias, with its targets', async () => {
  expect(
    await find(
      rewrite('one', 1, [
        rule(
          ['a', 'b'],
          [
            ['x', 90],
            ['y', 10],
          ],
        ),
        rule(['c'], [['z']]),
      ]),
    ),
  ).toEqual({
    named: [
      {
        name: 'a',
        targets: [
          { model: 'x', weight: 90 },
          { model: 'y', weight: 10 },
        ],
        rewrites: ['one'],
      },
      {
        name: 'b',
        targets: [
          { model: 'x', weight: 90 },
          { model: 'y', weight: 10 },
        ],
        rewrites: ['one'],
      },
      { name: 'c', targets: [{ model: 'z', weight: undefined }], rewrites: ['one'] },
    ],
  });
});

test('of two rewrites with one name the older counts, whatever their order, and both are named', async () => {
  const { named } = await find(rewrite('new', 2, [rule(['a'], [['y']])]), rewrite('old', 1, [rule(['a'], [['x']])]));
  expect(named).toEqual([{ name: 'a', targets: [{ model: 'x' }], rewrites: ['old', 'new'] }]);
});

test('a rule without a name takes all others', async () => {
  expect(await find(rewrite('all', 1, [rule([], [['x']])]))).toEqual({ named: [], catchAll: 'all' });
});

test('rewrites of other pools do not count, and neither does a cluster without the kind', async () => {
  expect((await find(rewrite('one', 1, [rule(['a'], [['x']])], 'another'))).named).toEqual([]);
  expect((await withCluster([], (cluster) => aliasesOf(cluster, POOL, Release.GAIE_V1_5_0))).named).toEqual([]);
});

test.each<[string, (number | undefined)[], number[]]>([
  ['weights are shares of their sum', [90, 10], [0.9, 0.1]],
  ['without any weight all get the same', [undefined, undefined], [0.5, 0.5]],
  ['without one among others a target gets nothing', [5, undefined], [1, 0]],
])('%s', (_, weights, shares) => {
  expect(sharesOf(weights.map((weight) => ({ model: 'x', weight })))).toEqual(shares);
});
