import { isLabelSelector } from '../../lib/text/label-selector';

test.each([
  'app=vllm',
  'app == vllm , env != prod',
  'app=',
  'app',
  '!app, ! old',
  'llm-d.ai/role in (decode, both),x notin(a)',
  'a in (,b)',
])('%j is one', (text) => expect(isLabelSelector(text)).toBe(true));

test.each(['', ',', 'a=b,', 'a b', 'a in', 'a in b', 'a in (b', 'a=b=c', 'a>1', '-a=b', 'a/b/c=d', '!', 'a!b'])(
  '%j is none',
  (text) => expect(isLabelSelector(text)).toBe(false),
);

test('a long one is read quickly', () => {
  const start = performance.now();
  expect(isLabelSelector(`a in (${' '.repeat(50_000)}${'b,'.repeat(50_000)}`)).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});
