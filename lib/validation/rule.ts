import type { Path } from '../text/path';
import type { Resource } from '../api-server/resource';
import type { ResourceSet } from './resource-set';
import type { RuleDoc } from '../api-server/rule-doc';

/** A rule over everything that is applied together. */
export interface Rule extends RuleDoc {
  check(set: ResourceSet): Iterable<Violation>;
}

/** One place that breaks a rule. */
export interface Violation {
  readonly resource: Resource;
  /** Place in the resource, for example `['spec', 'ports', 0, 'name']`. */
  readonly path: Path;
  /** What came, and what was expected. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
}
