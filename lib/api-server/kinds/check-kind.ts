import { nearest } from '../../text/nearest';
import type { ObjectViolation } from '../violation';
import { listed, show } from '../../text/wording';
import { KIND } from '../rules/kind';
import { KIND_NOT_CHECKED } from '../rules/kind-not-checked';
import type { KindEntry } from './kind-table';
import { apiVersionOf, kindTable } from './kinds';
import { apiVersionsWith, type TypeMeta } from './type-meta';

/** Checks the kind of an object and its version. `unsupported`: why a known schema cannot be used. */
export function checkKind(
  type: TypeMeta,
  entry: KindEntry | undefined,
  unsupported?: string,
): ObjectViolation | undefined {
  const { group, version } = type;
  if (entry === undefined) return isKnownGroup(group) ? noSuchKind(type) : unknownGroup(type);
  if (entry.schema === undefined) return notChecked(type, unsupported);
  return entry.versions.includes(version) ? undefined : notServed(type, entry);
}

/** All groups without a dot belong to Kubernetes and are known. */
function isKnownGroup(group: string): boolean {
  return Object.hasOwn(kindTable(), group) || !group.includes('.');
}

function noSuchKind({ group, version, kind }: TypeMeta): ObjectViolation {
  const apiVersions = apiVersionsWith(kind);
  const kinds = Object.keys(kindTable()[group] ?? {}).sort();
  const near = nearest(kind, kinds);
  const violation = (step: string, hint: string, remedy: string): ObjectViolation => {
    const message = `${apiVersionOf(group, version)} has no kind ${show(kind)}${hint}`;
    return { code: KIND.code, path: [step], message, remedy };
  };
  if (apiVersions.length > 0)
    return violation('apiVersion', `, but ${listed(apiVersions)} has`, `write apiVersion: ${apiVersions[0]}`);
  if (near !== undefined) return violation('kind', `; did you mean ${near}?`, `write kind: ${near}`);
  const known = kinds.length === 0 ? '; there is no such group' : `, only ${listed(kinds)}`;
  return violation('kind', known, 'correct the kind, or its apiVersion');
}

function notServed({ group, version, kind }: TypeMeta, { versions, off = [] }: KindEntry): ObjectViolation {
  const served = versions.map((name) => apiVersionOf(group, name));
  const how = off.includes(version) ? 'only if it is enabled' : 'not';
  return {
    code: KIND.code,
    path: ['apiVersion'],
    message: `${kind} is served as ${listed(served)}, and as ${apiVersionOf(group, version)} ${how}`,
    remedy: `write apiVersion: ${served[0]}`,
  };
}

function unknownGroup({ group, version, kind }: TypeMeta): ObjectViolation {
  const near = nearest(group, Object.keys(kindTable()));
  const violation = notChecked({ group, version, kind });
  return near === undefined ? violation : { ...violation, remedy: `write ${near}, if you mean that group` };
}

function notChecked({ group, version, kind }: TypeMeta, unsupported?: string): ObjectViolation {
  const why = unsupported ?? `no schema of ${kind} in ${apiVersionOf(group, version)} is known`;
  return {
    code: KIND_NOT_CHECKED.code,
    path: [],
    message: `${why}, so only its metadata was checked`,
    remedy: 'ask a cluster that has the kind: kubectl apply --dry-run=server',
  };
}
