import { oneOf, show } from '../../text/wording';
import { LIST_KEY } from '../rules/list-key';
import type { SchemaViolation } from './violation';
import { isObject } from './types';

/**
 * The violations of items that repeat an item before: apiextensions-apiserver pkg/apiserver/schema/listtype. `unique`:
 * true for a set, or the keys of a list that is a map.
 */
export function* duplicates(list: readonly unknown[], unique: true | readonly string[]): Generator<SchemaViolation> {
  const seen = new Map<string, number>();
  for (const [index, item] of list.entries()) {
    const key = unique === true ? item : unique.map((field) => (isObject(item) ? item[field] : undefined));
    const text = canonical(key);
    const before = seen.get(text);
    if (before === undefined) {
      seen.set(text, index);
      continue;
    }
    const what =
      unique === true ? show(item) : unique.map((field, at) => showKey(field, (key as unknown[])[at])).join(', ');
    yield {
      code: LIST_KEY.code,
      path: [index],
      message: `${what} is already in item ${before}`,
      remedy: unique === true ? 'remove one of them' : `give each item a ${oneOf(unique)} of its own`,
    };
  }
}

function showKey(field: string, value: unknown): string {
  return value === undefined ? `no ${field}` : `${field} ${show(value)}`;
}

/** The same text for equal values, regardless of the order of their fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isObject(part) ? Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)) : part,
  );
}
