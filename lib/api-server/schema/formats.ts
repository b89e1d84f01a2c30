import { ipVersion, isIPv6 } from '../formats/ip';

/** A form that a text must have. */
export interface Format {
  /** Continues `expected …`. */
  readonly description: string;
  matches(text: string): boolean;
}

/**
 * The formats in `imports/schemas`. Formats of custom resources have their OpenAPI names and follow kube-openapi
 * pkg/validation/strfmt; those with the prefix `go-` follow the types of Go.
 */
export const FORMATS: { readonly [name: string]: Format } = {
  byte: { description: 'base64, and not empty', matches: (text) => text !== '' && isBase64(text) },
  'date-time': { description: 'a date and a time, such as 2026-01-31T09:00:00Z', matches: isDateTime },
  ipv4: { description: 'an IPv4 address', matches: (text) => text.includes('.') && ipVersion(text) !== 0 },
  ipv6: { description: 'an IPv6 address', matches: isIPv6 },
  uri: { description: 'a URI, or a path that begins with "/"', matches: isRequestUri },
  'go-bytes': { description: 'base64', matches: (text) => isBase64(text.replace(/[\r\n]/g, '')) },
  'go-micro-time': {
    description: 'a time with microseconds, such as 2026-01-31T09:00:00.000000Z',
    matches: (text) => /\.\d{6}\D/.test(text) && isTime(text),
  },
  'go-time': { description: 'a time, such as 2026-01-31T09:00:00Z', matches: isTime },
};

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

const TIME = /^\d{4}-\d\d-\d\dT(?:[01]?\d|2[0-3]):[0-5]\d:[0-5]\d(?:[.,]\d+)?(?:Z|[+-](?:[01]\d|2[0-4]):[0-5]\d)$/;

/** RFC 3339, as Go's time.Parse takes it. */
function isTime(text: string): boolean {
  return TIME.test(text) && isDay(text.slice(0, 10));
}

function isDay(date: string): boolean {
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

const DAY_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:.\d+)?(?:z|[+-]\d\d:\d\d)$/;

/** strfmt's IsDateTime, which takes small letters and any offset. */
function isDateTime(text: string): boolean {
  const [date, time = ''] = text.toLowerCase().split('t');
  return /^\d{4}-\d\d-\d\d$/.test(date) && isDay(date) && DAY_TIME.test(time);
}

const AUTHORITY = /^(?:[\w.~!$&'()*+,;=:%@-]*@)?(?:\[[\da-fA-F:.]*\]|(?:[\w.~!$&'()*+,;=<>"-]|[^\0-\x7f])*)(?::\d*)?$/;

/** Go's url.ParseRequestURI. */
function isRequestUri(text: string): boolean {
  if (text === '*') return true;
  const [, scheme, rest] = /^(?:([A-Za-z][A-Za-z\d+.-]*):)?([^?]*)/.exec(text)!;
  if (/[\0-\x1f\x7f]/.test(text) || !(rest.startsWith('/') || scheme !== undefined)) return false;
  const authority = scheme === undefined ? null : /^\/\/([^/]*)/.exec(rest);
  const path = authority === null ? rest : rest.slice(authority[0].length);
  return AUTHORITY.test(authority?.[1] ?? '') && (!rest.startsWith('/') || /^(?:[^%]|%[\dA-Fa-f]{2})*$/.test(path));
}
