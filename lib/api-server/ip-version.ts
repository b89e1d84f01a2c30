/** Loads `node:net` when the first address is read: that takes milliseconds, and most manifests have none. */
export const net = () => process.getBuiltinModule('node:net');

/** Whether a text is an IPv6 address without a zone. */
export function isIPv6(text: string): boolean {
  return !text.includes('%') && net().isIPv6(text);
}

/** Which kind of IP address a text is: 4, 6, or 0 for none. Kubernetes still reads zeros before numbers: 010.0.0.1. */
export function ipVersion(text: string): number {
  return text.includes('%') ? 0 : net().isIP(withoutLeadingZeros(text));
}

/** An address as `node:net` reads it. */
export function withoutLeadingZeros(text: string): string {
  return text.replace(/(^|[.:])0+(?=\d+(\.|$))/g, '$1');
}
