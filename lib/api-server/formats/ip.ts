import type { BlockList } from 'node:net';
import type { Format } from './names';

/** Loaded on use: it takes milliseconds, and few objects contain an address. */
const net = () => process.getBuiltinModule('node:net');

/** Whether a text is an IPv6 address without a zone. */
export function isIPv6(text: string): boolean {
  return !text.includes('%') && net().isIPv6(text);
}

/** Which kind of IP address a text is: 4, 6, or 0 for none. Kubernetes still reads zeros before numbers: 010.0.0.1. */
export function ipVersion(text: string): number {
  return text.includes('%') ? 0 : net().isIP(withoutLeadingZeros(text));
}

function withoutLeadingZeros(text: string): string {
  const parts = text.split(/([.:])/);
  const isDecimal = (index: number) => /^\d+$/.test(parts[index]) && (parts[index + 1] ?? '.') === '.';
  return parts.map((part, index) => (isDecimal(index) ? part.replace(/^0+(?=\d)/, '') : part)).join('');
}

export const IP_ADDRESS: Format = {
  matches: (text) => ipVersion(text) !== 0,
  description: 'IP address',
  remedy: 'write one such as 10.9.8.7 or 2001:db8::1',
};

let knownReserved: BlockList | undefined;

function reserved(): BlockList {
  if (knownReserved !== undefined) return knownReserved;
  knownReserved = new (net().BlockList)();
  knownReserved.addAddress('0.0.0.0');
  knownReserved.addSubnet('127.0.0.0', 8);
  knownReserved.addSubnet('169.254.0.0', 16);
  knownReserved.addSubnet('224.0.0.0', 24);
  knownReserved.addAddress('::', 'ipv6');
  knownReserved.addAddress('::1', 'ipv6');
  knownReserved.addSubnet('fe80::', 10, 'ipv6');
  knownReserved.addSubnet('ff02::', 16, 'ipv6');
  return knownReserved;
}

/** An address that other machines can reach. */
export const REACHABLE_IP_ADDRESS: Format = {
  ...IP_ADDRESS,
  matches: (text) => IP_ADDRESS.matches(text) && !reserved().check(withoutLeadingZeros(text), family(text)),
  description: 'IP address that others can reach',
};

function family(address: string): 'ipv4' | 'ipv6' {
  return ipVersion(address) === 4 ? 'ipv4' : 'ipv6';
}

export const CIDR: Format = {
  matches: (text) => parseCidr(text) !== undefined,
  description: 'range of IP addresses',
  remedy: 'write one such as 10.9.8.0/24 or 2001:db8::/64',
};

interface Cidr {
  readonly address: string;
  readonly family: 'ipv4' | 'ipv6';
  readonly prefix: number;
}

function parseCidr(text: string): Cidr | undefined {
  const [address, prefix, ...rest] = text.split('/');
  const version = ipVersion(address);
  if (version === 0 || rest.length > 0 || !/^\d+$/.test(prefix ?? '')) return undefined;
  if (Number(prefix) > (version === 4 ? 32 : 128)) return undefined;
  return { address: withoutLeadingZeros(address), family: family(address), prefix: Number(prefix) };
}

/** Whether a range is a smaller part of another. Also true if one of them is not a valid range, which is reported elsewhere. */
export function isInside(inner: string, outer: string): boolean {
  const [small, large] = [parseCidr(inner), parseCidr(outer)];
  if (small === undefined || large === undefined) return true;
  const list = new (net().BlockList)();
  list.addSubnet(large.address, large.prefix, large.family);
  return small.family === large.family && small.prefix > large.prefix && list.check(small.address, small.family);
}
