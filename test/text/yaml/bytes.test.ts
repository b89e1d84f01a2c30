import { decode } from '../../../lib/text/yaml/bytes';

test.each<[string, Buffer]>([
  ['UTF-8', Buffer.from('a: ü')],
  ['UTF-8 with a byte order mark', Buffer.from('\uFEFFa: ü')],
  ['UTF-16, little end first', Buffer.from('\uFEFFa: ü', 'utf16le')],
  ['UTF-16, big end first', Buffer.from('\uFEFFa: ü', 'utf16le').swap16()],
])('%s', (_, bytes) => expect(decode(bytes)).toBe('a: ü'));

test.each<[string, Buffer, number]>([
  ['a zero byte', Buffer.from('a\n\0'), 1],
  ['Latin-1', Buffer.from('a: b\nc: ü\n', 'latin1'), 2],
])('%s is refused', (_, bytes, line) => expect(() => decode(bytes)).toThrow(expect.objectContaining({ line })));
