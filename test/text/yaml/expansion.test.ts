import { Expansion } from '../../../lib/text/yaml/expansion';

/** Whether a value may have so many nodes, of which so many come from aliases. */
function allows(nodes: number, aliased: number): boolean {
  const expansion = new Expansion();
  for (let node = aliased; node < nodes; node++) expansion.count();
  return expansion.within(() => {
    let allowed = true;
    for (let node = 0; node < aliased; node++) allowed = expansion.count();
    return allowed;
  });
}

test.each<[number, number, boolean]>([
  [100, 100, true],
  [1000, 1000, true],
  [1001, 1001, false],
  [100_000, 98_999, true],
  [100_000, 99_001, false],
  [4_000_000, 399_000, true],
  [4_000_000, 401_000, false],
])('of %d nodes, %d from aliases: %s', (nodes, aliased, allowed) => expect(allows(nodes, aliased)).toBe(allowed));

test('it is inside of an alias only while that is read', () => {
  const expansion = new Expansion();
  expect(expansion.within(() => expansion.within(() => 1) === 1 && expansion.isInside)).toBe(true);
  expect(expansion.isInside).toBe(false);
});

test('aliases may stand for 30 million characters', () => {
  const expansion = new Expansion();
  expect(expansion.hasRoom(1e9)).toBe(true);
  const times = (count: number) =>
    expansion.within(() => Array.from({ length: count }, () => expansion.hasRoom(3e6)).at(-1));
  expect([times(10), times(1)]).toEqual([true, false]);
});
