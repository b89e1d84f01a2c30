import { nearest } from '../../text/nearest';
import { oneOf, show } from '../../text/wording';
import { BOUNDS } from '../rules/bounds';
import { ENUM } from '../rules/enum';
import { FORMAT } from '../rules/format';
import { PATTERN } from '../rules/pattern';
import { matcher } from './matcher';
import type { Check, SchemaViolation } from './violation';
import { FORMATS } from './formats';
import { describePattern } from './patterns';
import type { SchemaNode } from './table';
import { isObject } from './types';

/** Makes the check of a keyword from its value in the schema. */
type Keyword = (expected: any) => Check;

/** The checks of a node that concern a value alone, not the values inside it. */
export function checksOf(node: SchemaNode): Check[] {
  return Object.entries(node).flatMap(([keyword, expected]) => KEYWORDS[keyword]?.(expected) ?? []);
}

const KEYWORDS: { readonly [keyword: string]: Keyword | undefined } = {
  enum: (expected: readonly unknown[]) => (value) => (expected.includes(value) ? undefined : notOneOf(value, expected)),
  minimum: atLeast(numberOf),
  maximum: atMost(numberOf),
  minLength: atLeast(lengthOf, 'character'),
  maxLength: atMost(lengthOf, 'character'),
  minItems: atLeast(itemsOf, 'item'),
  maxItems: atMost(itemsOf, 'item'),
  minProperties: atLeast(keysOf, 'key'),
  maxProperties: atMost(keysOf, 'key'),
  pattern: (source: string) => {
    const matches = matcher(source);
    return (value) => (typeof value !== 'string' || matches(value) ? undefined : mismatch(value, source));
  },
  format: (name: string) => (value) =>
    typeof value !== 'string' || FORMATS[name].matches(value) ? undefined : malformed(value, name),
};

/** The size that a bound applies to; undefined for a value that it does not apply to. */
type Measure = (value: any) => number | undefined;

function atLeast(measure: Measure, unit?: string): Keyword {
  return (limit: number) => (value) => {
    const size = measure(value);
    if (size === undefined || size >= limit) return undefined;
    const message = `${count(size, unit)} came, expected at least ${limit}`;
    return { code: BOUNDS.code, message, remedy: `write ${count(limit, unit)} or more` };
  };
}

function atMost(measure: Measure, unit?: string): Keyword {
  return (limit: number) => (value) => {
    const size = measure(value);
    if (size === undefined || size <= limit) return undefined;
    const message = `${count(size, unit)} came, expected at most ${limit}`;
    return {
      code: BOUNDS.code,
      message,
      remedy: `write ${count(limit, unit)} or ${unit === undefined ? 'less' : 'fewer'}`,
    };
  };
}

function count(size: number, unit: string | undefined): string {
  if (unit === undefined) return `${size}`;
  return `${size} ${unit}${size === 1 ? '' : 's'}`;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** Length in code points, as Go counts, and not in UTF-16 units. */
function lengthOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  return value.length - (value.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

function itemsOf(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

function keysOf(value: unknown): number | undefined {
  return isObject(value) ? Object.keys(value).length : undefined;
}

function notOneOf(value: unknown, expected: readonly unknown[]): SchemaViolation {
  const near = typeof value === 'string' && nearest(value, expected.map(String));
  return {
    code: ENUM.code,
    message: `${show(value)} came, expected ${oneOf(expected.map(show))}`,
    remedy: near ? `write ${near}` : 'write one of these',
  };
}

function mismatch(value: string, source: string): SchemaViolation {
  const description = describePattern(source);
  const message = `${show(value)} ${description === undefined ? `does not match ${source}` : `is not ${description}`}`;
  return { code: PATTERN.code, message, remedy: `write ${description ?? 'a text that matches the pattern'}` };
}

function malformed(value: string, format: string): SchemaViolation {
  const { description } = FORMATS[format];
  return { code: FORMAT.code, message: `${show(value)} is not ${description}`, remedy: `write ${description}` };
}
