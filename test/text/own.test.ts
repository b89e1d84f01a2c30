import { own } from '../../lib/text/own';

test('a key of the table, and no other', () => {
  const table: { readonly [key: string]: number } = { a: 1 };
  expect(['a', 'b', 'toString', '__proto__'].map((key) => own(table, key))).toEqual([
    1,
    undefined,
    undefined,
    undefined,
  ]);
});
