import { nearest } from '../../lib/text/nearest';

test.each<[string, string[], string | undefined]>([
  ['replcas', ['replicas', 'selector'], 'replicas'],
  ['Replicas', ['replicas'], 'replicas'],
  ['ab', ['ax'], undefined],
  ['abc', ['abx'], 'abx'],
  ['abc', ['axx'], undefined],
  ['abcdef', ['abcxyz', 'abcdxx'], 'abcdxx'],
  ['port', ['ports', 'port'], 'port'],
  ['', ['a'], undefined],
  ['a', [], undefined],
])('%j among %j', (word, candidates, found) => expect(nearest(word, candidates)).toBe(found));
