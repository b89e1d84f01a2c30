import type { Path } from '../finding';
import type { Input, Resource } from '../resource';
import type { RuleDoc } from '../rule';

/** Something that an API server would refuse, or that nobody could check, in one object. */
export interface Problem {
  /** The code of one of `STRUCTURE_RULES`. */
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
}

/** An object as far as it could be read, and what is wrong with it. */
export interface Structure {
  /** Undefined where the object cannot even be told apart from others: no mapping, no kind, no name. */
  readonly resource?: Resource;
  readonly problems: readonly Problem[];
}

/** The codes that `checkStructure` reports. */
export const STRUCTURE_RULES: readonly RuleDoc[] = [];

/** Checks one object on its own, as an API server does before it stores it. */
export function checkStructure({ object, origin = {} }: Input): Structure {
  const { apiVersion, kind, metadata } = object as any;
  const [version, group = ''] = String(apiVersion).split('/').reverse();
  const { namespace = 'default', name } = metadata;
  return { resource: { group, version, kind, namespace, name, object, origin }, problems: [] };
}
