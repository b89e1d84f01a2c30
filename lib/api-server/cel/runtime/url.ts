import { fail } from './errors';
import { isIPv6 } from './ip';
import { before } from '../../../text/parts';

/** The parts of a URL that rules use. */
export interface Url {
  readonly scheme: string;
  /** With the port. */
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
}

export function isURL(text: string): boolean {
  return parse(text) !== undefined;
}

export function url(text: string): Url {
  return parse(text) ?? fail(`URL parse error during conversion from string: parse ${JSON.stringify(text)}`);
}

const NO_HOST = { host: '', hostname: '', port: '' };

/** As Go's `url.ParseRequestURI` does: absolute, or a path that begins with a slash. https://pkg.go.dev/net/url */
function parse(text: string): Url | undefined {
  if (text === '' || text.startsWith(':') || hasControlCharacter(text)) return undefined;
  const [, prefix = '', rest] = /^([a-z][a-z\d+.-]*:)?([^?]*)/i.exec(text)!;
  const scheme = prefix.slice(0, -1).toLowerCase();
  if (!rest.startsWith('/')) return scheme === '' && text !== '*' ? undefined : { scheme, ...NO_HOST };
  const authority = rest.startsWith('//') ? before(rest.slice(2), '/') : undefined;
  const path = authority === undefined ? rest : rest.slice(2 + authority.length);
  if (scheme === '') return isEscaped(rest) ? { scheme, ...NO_HOST } : undefined;
  const address = authority === undefined ? NO_HOST : addressOf(authority, scheme);
  return address && isEscaped(path) ? { scheme, ...address } : undefined;
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\x7f');
}

function isEscaped(text: string): boolean {
  return !/%(?![\da-f]{2})/i.test(text);
}

const USER = /^[\w.:~!$&'()*+,;=%@-]*$/;
const HOST = /^(?:[\w.~!$&'()*+,;=:[\]<>"-]|[^\0-\x7f]|%[89a-f][\da-f]|%25)*$/i;
const PORT = /^(?::\d*)?$/;

function addressOf(authority: string, scheme: string): Omit<Url, 'scheme'> | undefined {
  const [, user, host] = /^(?:([^]*)@)?([^@]*)$/.exec(authority)!;
  if (user !== undefined && !(USER.test(user) && isEscaped(user))) return undefined;
  if (host.includes('[')) return literalAddressOf(host);
  const colon = scheme === 'http' || scheme === 'https' ? host.indexOf(':') : host.lastIndexOf(':');
  const name = colon < 0 ? host : host.slice(0, colon);
  const port = colon < 0 ? '' : host.slice(colon);
  if (!PORT.test(port) || !HOST.test(name)) return undefined;
  return { host, hostname: decodeHost(name), port: port.slice(1) };
}

/** An IPv6 address in brackets; a zone comes after `%25`. */
function literalAddressOf(host: string): Omit<Url, 'scheme'> | undefined {
  const match = /^\[([^]*)\]((?::\d*)?)$/.exec(host);
  if (match === null) return undefined;
  const [, address, port] = match;
  const [number, ...zone] = address.split('%25');
  if (!isIPv6(number) || !isEscaped(zone.join('')) || (zone.length > 0 && zone.join('') === '')) return undefined;
  return { host, hostname: decodeHost(address), port: port.slice(1) };
}

/** Go decodes escapes in hosts byte by byte; what is not a UTF-8 stays as it is here. */
function decodeHost(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
