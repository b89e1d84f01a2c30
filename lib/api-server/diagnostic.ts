/**
 * `error`: it does not work, or the API server refuses it. `warning`: it causes problems at run time, or may. `note`:
 * something could not be checked.
 */
export type Severity = 'error' | 'warning' | 'note';

/** A result of validation about one place in one object. */
export interface Diagnostic {
  /** Stable and searchable, for example `LLMD-POOL-SELECTOR`; docs/rules.md has a section for each. */
  readonly code: string;
  readonly severity: Severity;
  /** File that the object was read from, as it was given; undefined for an object that a construct made. */
  readonly file?: string;
  /** Which YAML document of the file, from 1. */
  readonly document?: number;
  /** Line in the file, from 1, where it is known. */
  readonly line?: number;
  /** Path of the construct that made the object, where it is known. */
  readonly construct?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** Place in the object, for example `spec.ports[0].name`; empty for the object itself. */
  readonly path: string;
  /** What came, and what was expected. */
  readonly message: string;
  /** The remedy. */
  readonly remedy: string;
}
