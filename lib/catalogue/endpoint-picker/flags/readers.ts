import { goInt } from '../../../text/command-line/go-values';
import { amount } from '../../../text/quantity';

type Reader = (text: string) => string | undefined;

/** One of these words, in any case of letters. */
export function word(...words: readonly string[]): Reader {
  return (text) => (words.includes(text.toLowerCase()) ? undefined : `one of ${words.join(', ')}`);
}

/** One of these words, letter by letter. */
export function exactly(...words: readonly string[]): Reader {
  return (text) => (words.includes(text) ? undefined : `one of ${words.join(', ')}`);
}

/** One of these words, or a number above 0. */
export function wordOrLevel(...words: readonly string[]): Reader {
  return (text) =>
    words.includes(text.toLowerCase()) || (/^\+?\d+$/.test(text) && Number(text) > 0)
      ? undefined
      : `one of ${words.join(', ')}, or a number above 0`;
}

/** A port on which something can listen. */
export const port: Reader = (text) => {
  const number = goInt(text)!;
  return number >= 1 && number <= 65535 ? undefined : 'a port from 1 to 65535';
};

/** A size in bytes, which may end with B; empty for the default. */
export const size: Reader = (text) => {
  const trimmed = text.trim();
  const bytes = trimmed === '' ? 0 : amount(trimmed.replace(/^(.+)[Bb]$/, '$1'));
  return bytes !== undefined && bytes >= 0 && Number.isInteger(bytes) && bytes < 2 ** 63
    ? undefined
    : 'a size such as 10MiB or 25MB';
};

/** A version of TLS by its name in Go; empty for the default. */
export const tlsVersion: Reader = (text) =>
  text === '' ? undefined : exactly('VersionTLS10', 'VersionTLS11', 'VersionTLS12', 'VersionTLS13')(text);
