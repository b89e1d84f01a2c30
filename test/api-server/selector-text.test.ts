import { showLabels, showSelector } from '../../lib/api-server/selector-text';

test('labels are written as kubectl takes them', () => {
  expect(showLabels({ app: 'vllm', role: 'decode' })).toBe('app=vllm,role=decode');
});

test.each([
  [{}, ''],
  [{ matchLabels: { a: 'b', c: 'd' } }, 'a=b,c=d'],
  [
    {
      matchExpressions: [
        { key: 'a', operator: 'In', values: ['b', 'c'] },
        { key: 'd', operator: 'Exists' },
      ],
    },
    'a in (b,c),d exists',
  ],
])('%j is shown as %j', (selector, expected) => expect(showSelector(selector)).toBe(expected));
