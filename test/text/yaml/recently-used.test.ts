import { RecentlyUsed } from '../../../lib/text/yaml/recently-used';

/** A cache for this many letters, and the words that it had to make. */
function memory(limit: number) {
  const made: string[] = [];
  const words = new RecentlyUsed<string, string>(limit, (word) => word.length);
  const ask = (...asked: string[]) =>
    asked.map((word) =>
      words.get(word, (key) => {
        made.push(key);
        return key.toUpperCase();
      }),
    );
  return { ask, made };
}

test.each<[string, string[], string[]]>([
  ['what fits is made once', ['aa', 'bb', 'aa', 'bb'], ['aa', 'bb']],
  ['the oldest gives way', ['aa', 'bb', 'cc', 'aa'], ['aa', 'bb', 'cc', 'aa']],
  ['what was used again is not the oldest', ['aa', 'bb', 'aa', 'cc', 'aa'], ['aa', 'bb', 'cc']],
  ['as many give way as must', ['a', 'b', 'c', 'dddd', 'c'], ['a', 'b', 'c', 'dddd', 'c']],
  ['no more give way than must', ['a', 'b', 'ccc', 'b'], ['a', 'b', 'ccc']],
  [
    'what is too large is kept until the next',
    ['aaaaaaaa', 'aaaaaaaa', 'b', 'aaaaaaaa'],
    ['aaaaaaaa', 'b', 'aaaaaaaa'],
  ],
])('%s', (_, asked, made) => {
  const words = memory(4);
  expect(words.ask(...asked)).toEqual(asked.map((word) => word.toUpperCase()));
  expect(words.made).toEqual(made);
});
