export type { Acknowledgement } from './acknowledgement';
export type { Finding, Path, Severity } from './finding';
export type { Identity, Input, Origin, Resource } from './resource';
export type { RuleDoc } from './rule';
export { ALL_RULES, validate, type ValidateOptions } from './validate';
