/** A form that a text must have. */
export interface Format {
  readonly matches: (text: string) => boolean;
  /** Continues `"X" is not a valid …`. */
  readonly description: string;
  readonly remedy?: string;
}

/*
 * Source: k8s.io/apimachinery v0.35.4 pkg/util/validation/validation.go, pkg/api/validate/content and
 *   pkg/api/validation/path/name.go. Lengths are bytes there and characters here: a text where they differ has
 *   characters that no pattern below allows.
 */

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const SUBDOMAIN_WITH_UNDERSCORE = /^_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/;
const QUALIFIED_NAME = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const CONFIG_KEY = /^[-._a-zA-Z0-9]+$/;

/** Kubernetes calls it DNS-1123 label. */
export const DNS_LABEL: Format = {
  matches: (text) => text.length <= 63 && LABEL.test(text),
  description: 'DNS label: up to 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
};

/** A DNS label that begins with a letter. */
export const DNS_1035_LABEL: Format = {
  matches: (text) => text.length <= 63 && LABEL_1035.test(text),
  description: 'DNS label that begins with a letter: up to 63 lower-case letters, digits and dashes',
};

export const DNS_SUBDOMAIN: Format = {
  matches: (text) => text.length <= 253 && SUBDOMAIN.test(text),
  description: 'DNS name: up to 253 lower-case letters, digits, dashes and dots',
};

export const DNS_SUBDOMAIN_WITH_UNDERSCORE: Format = {
  matches: (text) => text.length <= 253 && SUBDOMAIN_WITH_UNDERSCORE.test(text),
  description: 'DNS name: up to 253 lower-case letters, digits, dashes, dots and underscores',
};

/** Keys of labels, conditions and resources: a name, optionally after a DNS prefix and a slash. */
export const LABEL_KEY: Format = {
  matches: isLabelKey,
  description: 'label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
};

function isLabelKey(text: string): boolean {
  const parts = text.split('/');
  const name = parts.pop()!;
  return parts.length <= 1 && parts.every(DNS_SUBDOMAIN.matches) && name.length <= 63 && QUALIFIED_NAME.test(name);
}

export const LABEL_VALUE: Format = {
  matches: (text) => text === '' || (text.length <= 63 && QUALIFIED_NAME.test(text)),
  description: 'label value: up to 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends',
  remedy: 'shorten or rename it',
};

/** The name of a container port: an IANA service name. */
export const PORT_NAME: Format = {
  matches: (text) => text.length <= 15 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && /[a-z]/.test(text),
  description: 'port name: up to 15 lower-case letters, digits and single dashes, with a letter somewhere',
};

/** Before Kubernetes 1.34, only identifiers were allowed. */
export const ENVIRONMENT_NAME: Format = {
  matches: (text) => /^[ -<>-~]+$/.test(text),
  description: 'name of an environment variable: printable ASCII characters other than "="',
};

/** Keys of ConfigMaps and Secrets. They become file names. */
export const CONFIG_DATA_KEY: Format = {
  matches: (text) => text.length <= 253 && CONFIG_KEY.test(text) && text !== '.' && !text.startsWith('..'),
  description: 'key for a file name: up to 253 letters, digits, "-", "_" and "."',
  remedy: 'rename the key',
};

export const HTTP_HEADER_NAME: Format = {
  matches: (text) => /^[-A-Za-z0-9]+$/.test(text),
  description: 'name of an HTTP header: letters, digits and dashes',
};

/** Names that must be valid in a URL path. */
export const PATH_SEGMENT: Format = {
  matches: (text) => text !== '.' && text !== '..' && !/[/%]/.test(text),
  description: 'name that can be part of a URL: not "." or "..", and without "/" and "%"',
};

/** A path inside a volume. */
export const RELATIVE_PATH: Format = {
  matches: (text) => !text.startsWith('/') && !hasBackstep(text),
  description: 'path inside the volume: relative, and without ".."',
  remedy: 'write a path below the volume',
};

/** A path inside a volume that does not begin with two dots; the kubelet uses such names itself. */
export const FILE_PATH: Format = {
  ...RELATIVE_PATH,
  matches: (text) => RELATIVE_PATH.matches(text) && !text.startsWith('..'),
  description: 'path of a file inside the volume: relative, without "..", and not beginning with ".."',
};

export const PATH_WITHOUT_BACKSTEPS: Format = {
  matches: (text) => !hasBackstep(text),
  description: 'path without ".."',
  remedy: 'write the full path',
};

function hasBackstep(path: string): boolean {
  return path.split('/').includes('..');
}

export const DOMAIN_PREFIXED_PATH: Format = {
  matches: (text) => {
    const [domain, ...path] = text.split('/');
    return DNS_SUBDOMAIN.matches(domain) && /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(path.join('/'));
  },
  description: 'path after a domain, such as example.com/controller',
};
