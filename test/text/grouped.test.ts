import { grouped } from '../../lib/text/grouped';

test('groups and their items keep their order', () => {
  const groups = grouped(['b1', 'a1', 'b2', 'c1', 'a2'], ([letter]) => letter);
  expect([...groups]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1', 'a2']],
    ['c', ['c1']],
  ]);
});
