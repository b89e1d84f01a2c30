import { parse } from '../../../lib/text/yaml/parse';
import { refuseTabs } from '../../../lib/text/yaml/tabs';

test.each<[string, number]>([
  ['a:\n\t\n  b: 1\n', 2],
  ['a:\n \t# c\n  b: 1\n', 2],
  ['a:\n  -\tb\n', 2],
  ['a: [\n\t1\n]\nb: 2\n\t\nc: 1\n', 5],
])('the tab in %j is refused', (text, line) => {
  expect(() => refuseTabs(parse(text))).toThrow(expect.objectContaining({ line }));
});

test.each(['a:\t1\n', 'a: [\n\t1\n]\n', 'a: |\n  x\n  \ty\n', 'a: "x\n\ty"\n', 'a: 1 #\tb\n'])(
  'the tab in %j may stand',
  (text) => expect(() => refuseTabs(parse(text))).not.toThrow(),
);
