/** YAML that breaks a rule, and YAML that does not. Both are shown in docs/rules.md, and both are tests. */
export interface Example {
  /** The whole validator reports the rule's code for it, and no other than those in `also`. */
  readonly failing: string;
  /** The whole validator reports nothing for it. */
  readonly passing: string;
  /** Other codes that the failing example has because of the same fault, each with the reason. */
  readonly also?: { readonly [code: string]: string };
}

/** The examples of rules, by code. Only tests and the generator of docs/rules.md import them: they are not packed. */
export interface Examples {
  readonly [code: string]: Example;
}
