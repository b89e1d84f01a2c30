import { own } from '../../text/own';

/** Descriptions of patterns that many schemas use. */
const DESCRIPTIONS: { readonly [source: string]: string } = {
  '^/': 'a path that begins with "/"',
  '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$': 'a DNS label: lower-case letters, digits and dashes',
  '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$':
    'a DNS name: lower-case letters, digits, dashes and dots',
  '^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$':
    'a DNS name (lower-case letters, digits, dashes and dots) or empty',
  '^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$':
    'a DNS name (lower-case letters, digits, dashes and dots), optionally after "*."',
  '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$': 'a name of letters, digits and dashes that begins with a letter',
  '^([0-9]{1,5}(h|m|s|ms)){1,4}$': 'a duration such as 10s or 1h30m',
  '^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$':
    'a duration of Prometheus, such as 30s or 1h30m',
  '^([aA][bB][oO][rR][tT]|[wW][aA][rR][nN])?$': '"abort", "warn" or empty',
};

/** A description of a pattern that continues `is not …`; undefined for a rare pattern. */
export function describePattern(source: string): string | undefined {
  return own(DESCRIPTIONS, source);
}
