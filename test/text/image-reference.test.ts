import { imageReference, registryHost } from '../../lib/text/image-reference';

const DIGEST = `sha256:${'0'.repeat(64)}`;

test.each([
  ['a', { name: 'a' }],
  ['registry.example:5000/a/b:1', { name: 'registry.example:5000/a/b', tag: '1' }],
  [`a/b:1@${DIGEST}`, { name: 'a/b', tag: '1', digest: DIGEST }],
])('the parts of %s', (text, parts) => {
  expect(imageReference(text)).toEqual(parts);
});

test.each(['a:1 b', ':1', 'A/B:1', 'http://reg/a:1', 'a@sha256:zz', 'reg//a:1', `${'a'.repeat(256)}:1`])(
  '%s is no reference',
  (text) => {
    expect(imageReference(text)).toBeUndefined();
  },
);

test('a text without end is refused at once', () => {
  const before = process.cpuUsage();
  for (const part of [':', '-', 'a-', 'a.', 'a/', '[:', '@']) {
    expect(imageReference(part.repeat(200_000))).toBeUndefined();
    expect(registryHost(part.repeat(200_000))).toBeUndefined();
  }
  expect(process.cpuUsage(before).user).toBeLessThan(1e6);
});
