import { BlockList, isIP } from 'node:net';
import type { Format } from './formats';

/** Which kind of IP address a text is: 4, 6, or 0 for none. Kubernetes still reads zeros before numbers: 010.0.0.1. */
export function ipVersion(text: string): number {
  return text.includes('%') ? 0 : isIP(withoutLeadingZeros(text));
}

function withoutLeadingZeros(text: string): string {
  return text.replace(/(^|[.:])0+(?=\d+(\.|$))/g, '$1');
}

export const IP_ADDRESS: Format = {
  matches: (text) => ipVersion(text) !== 0,
  description: 'IP address',
  remedy: 'write one such as 10.9.8.7 or 2001:db8::1',
};

const RESERVED = new BlockList();
RESERVED.addAddress('0.0.0.0');
RESERVED.addSubnet('127.0.0.0', 8);
RESERVED.addSubnet('169.254.0.0', 16);
RESERVED.addSubnet('224.0.0.0', 24);
RESERVED.addAddress('::', 'ipv6');
RESERVED.addAddress('::1', 'ipv6');
RESERVED.addSubnet('fe80::', 10, 'ipv6');
RESERVED.addSubnet('ff02::', 16, 'ipv6');

/** An address that more than one machine could have. */
export const REACHABLE_IP_ADDRESS: Format = {
  ...IP_ADDRESS,
  matches: (text) => IP_ADDRESS.matches(text) && !RESERVED.check(withoutLeadingZeros(text), family(text)),
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

/** Whether a range lies in another and is smaller; also true for what is no range. */
export function isInside(inner: string, outer: string): boolean {
  const [small, large] = [parseCidr(inner), parseCidr(outer)];
  if (small === undefined || large === undefined) return true;
  const list = new BlockList();
  list.addSubnet(large.address, large.prefix, large.family);
  return small.family === large.family && small.prefix > large.prefix && list.check(small.address, small.family);
}
