import { expandList } from '../../lib/api-server/list';

const expanded = (object: unknown) => expandList({ object }).map((input) => input.object);
const A = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' } };

test('a list is replaced by its objects, and so is a list in a list', () => {
  const inner = { apiVersion: 'v1', kind: 'List', items: [A] };
  expect(expanded({ apiVersion: 'v1', kind: 'List', items: [inner, A, inner] })).toEqual([A, A, A]);
});

test('an item without a kind has that of the list', () => {
  const items = [{ metadata: { name: 'b' } }, A, { kind: 'Secret' }, null];
  expect(expanded({ apiVersion: 'apps/v1', kind: 'DeploymentList', items })).toEqual([
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'b' } },
    A,
    { kind: 'Secret' },
    null,
  ]);
  expect(expanded({ apiVersion: 'v1', kind: 'List', items })[0]).toEqual(items[0]);
});

test.each([A, { kind: 'List', items: {} }, { kind: 'Other', items: [A] }, null, 'List'])('%j is itself', (object) =>
  expect(expanded(object)).toEqual([object]),
);

test('the line of an object is that in its list', () => {
  const lineOf = (path: readonly (string | number)[]) => path.length * 10;
  const [input] = expandList({ object: { kind: 'List', items: [A] }, origin: { file: 'a.yaml', lineOf } });
  expect(input.origin?.file).toBe('a.yaml');
  expect(input.origin?.lineOf?.(['metadata'])).toBe(30);
});
