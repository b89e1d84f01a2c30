import type { Path } from '../text/path';
import type { Resource } from '../api-server/resource';
import type { ResourceSet } from './resource-set';
import type { RuleDoc } from '../api-server/rule-doc';

/** A rule over the objects that are applied together. */
export interface Rule extends RuleDoc {
  check(set: ResourceSet): Iterable<Violation>;
}

/** One place that breaks a rule. */
export interface Violation {
  readonly resource: Resource;
  /** Place in the resource, for example `['spec', 'ports', 0, 'name']`. */
  readonly path: Path;
  /** Line of the text at `path`, from 1, where a line within a text is meant, such as one of a configuration file. */
  readonly lineOfText?: number;
  /** What came, and what was expected. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
}
