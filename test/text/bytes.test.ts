import { showBytes } from '../../lib/text/bytes';

test.each<[number, string]>([
  [0, '0 MiB'],
  [1024 ** 2 * 1.5, '1.5 MiB'],
  [1024 ** 3 - 1024 ** 2, '1023 MiB'],
  [1024 ** 3, '1 GiB'],
  [1e10, '9.31 GiB'],
])('%d', (bytes, text) => expect(showBytes(bytes)).toBe(text));
