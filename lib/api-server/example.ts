/** YAML that breaks a rule, and YAML that does not. Both are shown in docs/rules.md, and both are tests. */
export interface Example {
  readonly failing: string;
  readonly passing: string;
}

/** The examples of rules, by code. Only tests and the generator of docs/rules.md import them: they are not packed. */
export interface Examples {
  readonly [code: string]: Example;
}
