/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/core/validation/validation.go: ValidateConfigMap, ValidateSecret
 */
import type { RuleDoc } from '../rule-doc';
import { type Check, required, show } from './checks';
import type { Field } from './field';
import { CONFIG_DATA_KEY } from '../formats/names';
import { own } from '../../text/own';

export const CONFIG_DATA: RuleDoc = {
  code: 'LLMD-CONFIG-DATA',
  severity: 'error',
  title: 'ConfigMaps and Secrets hold at most 1 MiB under keys that can name files',
  why: 'The API server refuses other keys, a key in both data and binaryData, more than 1 MiB in all, and a Secret without the keys that its type requires.',
};

const MEBIBYTE = 1024 ** 2;

function checkKeys(map: Field): void {
  for (const [key, value] of map.entries) {
    if (!CONFIG_DATA_KEY.matches(key))
      value.refuse(`${show(key)} is not a valid ${CONFIG_DATA_KEY.description}`, 'rename the key');
  }
}

function checkSize(object: Field, bytes: number): void {
  if (bytes > MEBIBYTE)
    object.refuse(`it holds ${bytes} bytes, more than 1 MiB`, 'split it, or put the data into a volume');
}

function sum(map: Field, sizeOf: (text: string) => number): number {
  return map.entries.reduce((bytes, [, field]) => bytes + (field.empty ? 0 : sizeOf(field.value)), 0);
}

const bytesOfText = (text: string) => Buffer.byteLength(text);
const bytesOfBase64 = (text: string) => Buffer.byteLength(text, 'base64');

export const configMap: Check = (object) => {
  const [data, binaryData] = [object.at('data'), object.at('binaryData')];
  [data, binaryData].forEach(checkKeys);
  const duplicates = data.entries.filter(([key]) => binaryData.has(key));
  duplicates.forEach(([key, value]) => value.refuse(`${key} is also in binaryData`, 'keep one of them'));
  checkSize(object, sum(data, bytesOfText) + sum(binaryData, bytesOfBase64));
};

interface SecretType {
  /** Keys that must be there. */
  readonly keys: readonly string[];
  readonly annotation?: string;
  readonly json?: boolean;
  /** Whether one of the keys is enough. */
  readonly any?: boolean;
}

const SECRET_TYPES: { readonly [type: string]: SecretType } = {
  'kubernetes.io/service-account-token': { keys: [], annotation: 'kubernetes.io/service-account.name' },
  'kubernetes.io/dockercfg': { keys: ['.dockercfg'], json: true },
  'kubernetes.io/dockerconfigjson': { keys: ['.dockerconfigjson'], json: true },
  'kubernetes.io/basic-auth': { keys: ['username', 'password'], any: true },
  'kubernetes.io/ssh-auth': { keys: ['ssh-privatekey'] },
  'kubernetes.io/tls': { keys: ['tls.crt', 'tls.key'] },
};

export const secret: Check = (object) => {
  const [data, stringData] = [object.at('data'), object.at('stringData')];
  [data, stringData].forEach(checkKeys);
  const overwritten = sum(data.with(without(data.value, stringData.value)), bytesOfBase64);
  checkSize(object, overwritten + sum(stringData, bytesOfText));

  const type = own(SECRET_TYPES, object.value.type);
  if (type === undefined) return;
  if (type.annotation !== undefined) required(object.at('metadata', 'annotations', type.annotation));
  const missing = type.keys.filter((key) => !data.has(key) && !stringData.has(key));
  if (type.any ? missing.length === type.keys.length : missing.length > 0) {
    data.refuse(
      `a Secret of type ${object.value.type} has ${missing.join(type.any ? ' or ' : ' and ')}`,
      'add it, or change the type',
    );
  } else if (type.json) {
    type.keys.forEach((key) => checkJson(data.at(key), stringData.at(key)));
  }
};

/** `stringData` wins over `data`. */
function without(map: object = {}, keys: object = {}): object {
  return Object.fromEntries(Object.entries(map ?? {}).filter(([key]) => !Object.hasOwn(keys ?? {}, key)));
}

function checkJson(encoded: Field, plain: Field): void {
  const field = plain.given ? plain : encoded;
  try {
    const value: unknown = JSON.parse(plain.given ? plain.value : Buffer.from(encoded.value, 'base64').toString());
    if (typeof value === 'object' && !Array.isArray(value)) return;
  } catch {
    // Text that is not JSON is reported like JSON that is not an object.
  }
  field.refuse('it is not a JSON object', 'write the file that docker login writes');
}
