/** What an expression is about. */
export interface Subject {
  /** The schema of `self`. */
  readonly schema: any;
  readonly isRoot: boolean;
  /** What the expression must give. */
  readonly type: 'bool' | 'string';
  readonly optionalOldSelf: boolean;
}
