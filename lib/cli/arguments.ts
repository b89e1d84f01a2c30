import { InvalidArgumentError } from 'commander';
import type { Splits } from '../exercises';

/*
 * Parsers of options: each returns the value of a text, or throws what was expected.
 */

/** Requests per second. A timer waits no longer than some days, and one client sends no more than some thousand. */
export function rate(text: string): number {
  const number = Number(text);
  if (number >= 0.01 && number <= 10_000) return number;
  throw new InvalidArgumentError('Expected a number from 0.01 to 10,000.');
}

/** Requests of a round, whose records are kept in memory. */
export function requests(text: string): number {
  const number = natural(text);
  if (number <= 1_000_000) return number;
  throw new InvalidArgumentError('Expected a whole number from 1 to 1,000,000.');
}

export function positive(text: string): number {
  const number = Number(text);
  if (!(number > 0) || !Number.isFinite(number)) throw new InvalidArgumentError('Expected a number above 0.');
  return number;
}

export function natural(text: string): number {
  if (whole(text) === 0) throw new InvalidArgumentError('Expected a whole number above 0.');
  return whole(text);
}

export function whole(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('Expected a whole number.');
  return number;
}

export function httpUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text)) {
    throw new InvalidArgumentError('Expected a URL like http://localhost:8080.');
  }
  return text;
}

export function list(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim());
}

/** `alias=model:90,other:10`, beside those of earlier options. */
export function split(text: string, earlier: Splits = {}): Splits {
  const [, alias, targets] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  const weights = (targets ?? '').split(',').map((target) => /^(.+):(\d+)$/.exec(target.trim()));
  if (weights.some((found) => found === null) || weights.every((found) => Number(found?.[2]) === 0)) {
    throw new InvalidArgumentError('Expected an alias and the weights of its targets, like chat=model:90,canary:10.');
  }
  return { ...earlier, [alias]: Object.fromEntries(weights.map((found) => [found![1], Number(found![2])])) };
}
