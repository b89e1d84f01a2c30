import { append } from '../../lib/text/append';

test('more items than the stack holds', () => {
  const list = [0];
  append(list, Array<number>(500_000).fill(1));
  expect(list).toHaveLength(500_001);
});
