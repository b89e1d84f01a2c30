import type { KubernetesObject } from './objects';

/**
 * How the definition in the cluster stands to that of the folder, by the annotations `…/bundle-version` and `…/channel`
 * of the Gateway API and its inference extension; undefined if one has no version.
 */
export type DefinitionAge = 'older' | 'equal' | 'newer' | 'of another channel';

const VERSION = /^v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})(-.*)?$/;

/** Compares a definition in the cluster with that of the folder. */
export function ageOf(found: KubernetesObject, object: KubernetesObject): DefinitionAge | undefined {
  const [there, here] = [found, object].map((it) => annotation(it, '/bundle-version'));
  if (there === undefined || here === undefined) return undefined;
  if (annotation(found, '/channel') !== annotation(object, '/channel')) return 'of another channel';
  if (there === here) return 'equal';
  const [isThere, isHere] = [VERSION.exec(there), VERSION.exec(here)];
  if (isThere === null || isHere === null) return 'of another channel';
  for (const part of [1, 2, 3]) {
    const difference = Number(isThere[part]) - Number(isHere[part]);
    if (difference !== 0) return difference < 0 ? 'older' : 'newer';
  }
  // A candidate is older than its release. Two candidates are not compared: the one in the cluster stays.
  return isThere[4] !== undefined && isHere[4] === undefined ? 'older' : 'newer';
}

/** Version and channel of a definition: `v1.5.1 (experimental)`. */
export function versionOf(definition: KubernetesObject): string {
  const channel = annotation(definition, '/channel');
  return `${annotation(definition, '/bundle-version')}${channel === undefined ? '' : ` (${channel})`}`;
}

function annotation({ metadata: { annotations = {} } }: KubernetesObject, suffix: string): string | undefined {
  return Object.entries(annotations).find(([key]) => key.endsWith(suffix))?.[1];
}
