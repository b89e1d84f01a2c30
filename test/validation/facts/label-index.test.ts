import fc from 'fast-check';
import { LabelIndex } from '../../../lib/validation/facts/label-index';
import { selects } from '../../../lib/validation/facts/label-selector';

const key = fc.constantFrom('a', 'b', 'c');
const value = fc.constantFrom('x', 'y');
const labels = fc.dictionary(key, value, { maxKeys: 3 });
const namespace = fc.constantFrom('one', 'two');
const selector = fc.record({
  matchLabels: labels,
  matchExpressions: fc.array(
    fc.record({
      key,
      operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'),
      values: fc.array(value, { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
});

test('finds the same objects as a full scan, in their order', () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ namespace, labels }), { maxLength: 12 }),
      namespace,
      selector,
      (items, own, wanted) => {
        const all = items.filter((item) => item.namespace === own && selects(wanted, item.labels));
        expect(new LabelIndex(items).select(own, wanted)).toEqual(all);
      },
    ),
  ));

test.each([undefined, { matchLabels: { a: 'z' } }])('finds nothing by %j', (nothing) =>
  expect(new LabelIndex([{ namespace: 'one', labels: { a: 'x' } }]).select('one', nothing)).toEqual([]),
);

test('finds anything with a label of a namespace', () => {
  const item = { namespace: 'one', labels: { a: 'x' } };
  const index = new LabelIndex([item]);
  expect([
    index.anyWith('one', ['a', 'x']),
    index.anyWith('two', ['a', 'x']),
    index.anyWith('one', ['a', 'y']),
  ]).toEqual([item, undefined, undefined]);
});
