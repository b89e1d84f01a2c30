import type { IConstruct } from 'constructs';
import { refuse } from './errors';
import { show } from './text/wording';

/*
 * Checks of names and labels. Names are never changed, since users and other manifests refer to them.
 * Sources: RFC 1123, and kubernetes/apimachinery pkg/util/validation.
 */

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SERVICE_LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const QUALIFIED_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

type Where = IConstruct | string;

/**
 * Returns `value` if it is an RFC 1123 label of at most 63 characters, which can name an object of any kind. `option` is
 * where it was given, for the error, if that is not the name or the id of the construct.
 */
export function checkedName(where: Where, value: string, option?: string): string {
  if (typeof value !== 'string' || value.length > 63 || !LABEL.test(value)) {
    refuse(where, {
      code: 'LLMD-NAME',
      got: `${option === undefined ? '' : `${option} `}${show(value)}`,
      expected:
        'at most 63 characters: lower-case letters, digits and dashes, with a letter or digit at both ends (RFC 1123)',
      remedy: option === undefined ? 'pass a `name`, or use such a name as the id' : `pass such a name for ${option}`,
    });
  }
  return value;
}

/** Whether a text is an RFC 1123 subdomain: labels with dots between them, as the names of most kinds may be. */
export function isSubdomain(text: string): boolean {
  return text.length <= 253 && SUBDOMAIN.test(text);
}

/** Returns `value` if it can name a Service: an RFC 1123 label that begins with a letter. */
export function checkedServiceName(where: Where, value: string): string {
  checkedName(where, value);
  if (!SERVICE_LABEL.test(value)) {
    refuse(where, {
      code: 'LLMD-NAME-SERVICE',
      got: show(value),
      expected: 'a letter at the beginning, since a Service gets this name',
      remedy: 'pass a `name` that begins with a letter',
    });
  }
  return value;
}

/** Longest text of all annotations of an object, in bytes. Source: apimachinery pkg/api/validation/objectmeta.go. */
const ANNOTATIONS_BYTES = 256 * 1024;

/** Returns `labels` if every key and value is a valid Kubernetes label. `option` is where they were given, for the error. */
export function checkedLabels(
  where: Where,
  labels: { readonly [key: string]: string },
  option?: string,
): { [key: string]: string } {
  for (const [key, value] of Object.entries(labels)) {
    if (!isQualifiedName(key)) refuseKey(where, 'LLMD-LABEL-KEY', key, 'label', option);
    labelValue(where, key, value, option);
  }
  return { ...labels };
}

/** Returns `annotations` if the API server would take them: keys as those of labels, texts, 256 KiB in all. */
export function checkedAnnotations(
  where: Where,
  annotations: { readonly [key: string]: string },
  option?: string,
): { [key: string]: string } {
  let bytes = 0;
  for (const [key, value] of Object.entries(annotations)) {
    // Unlike a label's, its prefix may have capitals.
    if (!isQualifiedName(key.toLowerCase())) refuseKey(where, 'LLMD-ANNOTATION-KEY', key, 'annotation', option);
    if (typeof value !== 'string') {
      refuse(where, {
        code: 'LLMD-ANNOTATION-VALUE',
        got: `${show(value)} for the annotation ${key}${inside(option)}`,
        expected: 'a string',
        remedy: 'quote the value',
      });
    }
    bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
  }
  if (bytes > ANNOTATIONS_BYTES) {
    refuse(where, {
      code: 'LLMD-ANNOTATION-SIZE',
      got: `annotations of ${bytes} bytes`,
      expected: `keys and values of at most ${ANNOTATIONS_BYTES} bytes together`,
      remedy: 'shorten them, or keep the data in a ConfigMap',
    });
  }
  return { ...annotations };
}

/** Whether a text is a name after an optional DNS prefix and a slash, as the keys of labels are. */
export function isQualifiedName(key: string): boolean {
  const slash = key.indexOf('/');
  const prefix = slash < 0 ? undefined : key.slice(0, slash);
  const name = key.slice(slash + 1);
  return (
    QUALIFIED_NAME.test(name) &&
    name.length <= 63 &&
    (prefix === undefined || (SUBDOMAIN.test(prefix) && prefix.length <= 253))
  );
}

function refuseKey(where: Where, code: string, key: string, what: string, option?: string): never {
  refuse(where, {
    code,
    got: `${show(key)}${inside(option)}`,
    expected: 'a name of at most 63 letters, digits, "-", "_" and ".", after an optional DNS prefix and "/"',
    remedy: `rename the ${what}`,
  });
}

function inside(option: string | undefined): string {
  return option === undefined ? '' : ` in ${option}`;
}

function labelValue(where: Where, key: string, value: string, option?: string): void {
  if (typeof value !== 'string' || value.length > 63 || (value !== '' && !QUALIFIED_NAME.test(value))) {
    refuse(where, {
      code: 'LLMD-LABEL-VALUE',
      got: `${show(value)} for the label ${key}${inside(option)}`,
      expected: 'a string of at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends',
      remedy: 'shorten or rename the value, and quote it if it is a number or a boolean',
    });
  }
}
