import type { ObjectViolation } from '../violation';
import { oneOf, show } from '../../text/wording';
import { OBJECT } from '../rules/object';
import { describe, isObject } from '../schema/types';
import { apiVersionOf, kindTable } from './kinds';

/** The group, version and kind of an object. */
export interface TypeMeta {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** Reads apiVersion and kind. If one is missing or invalid, adds a violation and returns undefined. */
export function readTypeMeta(object: unknown, violations: ObjectViolation[]): TypeMeta | undefined {
  if (!isObject(object)) {
    const message = `${describe(object)} came, expected a mapping with apiVersion, kind and metadata`;
    violations.push({ code: OBJECT.code, path: [], message, remedy: 'write a Kubernetes object, or remove this' });
    return undefined;
  }
  const { apiVersion, kind } = object;
  if (!isApiVersion(apiVersion)) violations.push(noApiVersion(apiVersion, kind));
  if (!isText(kind)) violations.push(noKind(kind));
  if (!isApiVersion(apiVersion) || !isText(kind)) return undefined;

  const [version, group = ''] = apiVersion.split('/').reverse();
  return { group, version, kind };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isApiVersion(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[^/]+\/)?[^/]+$/.test(value);
}

function noApiVersion(apiVersion: unknown, kind: unknown): ObjectViolation {
  const apiVersions = isText(kind) ? apiVersionsWith(kind) : [];
  return {
    code: OBJECT.code,
    path: ['apiVersion'],
    message: `${came(apiVersion)}, expected an API group and version, such as apps/v1 or v1`,
    remedy: apiVersions.length === 0 ? 'write apiVersion' : `write apiVersion: ${oneOf(apiVersions)}`,
  };
}

function noKind(kind: unknown): ObjectViolation {
  return {
    code: OBJECT.code,
    path: ['kind'],
    message: `${came(kind)}, expected the name of a kind, such as Deployment`,
    remedy: 'write kind',
  };
}

function came(value: unknown): string {
  return value === undefined || value === null ? 'nothing came' : `${show(value)} came`;
}

/** The apiVersions that serve a kind of this name. */
export function apiVersionsWith(kind: string): string[] {
  return Object.entries(kindTable()).flatMap(([group, kinds]) =>
    Object.hasOwn(kinds, kind) ? kinds[kind].versions.map((version) => apiVersionOf(group, version)) : [],
  );
}
