const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** Whether CEL in Kubernetes accepts `text` as an address: no IPv4-mapped IPv6, no zone. */
export function isIP(text: string): boolean {
  return IPV4.test(text) || (isIPv6(text) && !isMapped(text));
}

/** Without a zone. `node:net` knows this too, but takes milliseconds to load. */
export function isIPv6(text: string): boolean {
  return /^[\da-f:.]+$/i.test(text) && URL.canParse(`http://[${text}]`);
}

/** https://pkg.go.dev/net/netip#Addr.Is4In6 */
function isMapped(text: string): boolean {
  return /^\[::ffff:[\da-f]+:[\da-f]+\]$/.test(new URL(`http://[${text}]`).hostname);
}
