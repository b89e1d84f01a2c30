import { printable, printableOutput, withoutUserInfo } from '../../lib/text/printable';

const ESC = '\u001b';

test.each([
  ['text with é and 漢', 'text with é and 漢'],
  [`${ESC}[2J`, '\\u001b[2J'],
  ['a\nb\tc', 'a\\u000ab\\u0009c'],
  ['\u009b31m', '\\u009b31m'],
  ['\u202eabc\u2066\u2028', '\\u202eabc\\u2066\\u2028'],
])('%j is shown as %s', (text, shown) => expect(printable(text)).toBe(shown));

test.each([
  [`${ESC}[31mred${ESC}[0m\n\r${ESC}[K\t`, `${ESC}[31mred${ESC}[0m\n\r${ESC}[K\t`],
  [`${ESC}[2J${ESC}]0;title\u0007${ESC}[1;1H`, '\\u001b[2J\\u001b]0;title\\u0007\\u001b[1;1H'],
  ['\u202e', '\\u202e'],
])('output %j is written as %j', (text, written) => expect(printableOutput(text)).toBe(written));

test.each([
  ['got https://bob:secret@host/x', 'got https://host/x'],
  ['oci://me@registry/x', 'oci://registry/x'],
  ['https://host/a@b', 'https://host/a@b'],
])('%s has no user: %s', (text, expected) => expect(withoutUserInfo(text)).toBe(expected));
