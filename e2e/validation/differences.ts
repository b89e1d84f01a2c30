/** How the verdicts of validation and of the API server on an object compare. */
export type Outcome = 'both accept' | 'both refuse' | 'only we accept' | 'only the server accepts' | 'not judged';

/** A known disagreement. docs/validation-differences.md gives the reason. */
export interface Difference {
  /** Its heading in that page. */
  readonly title: string;
  readonly outcome: Outcome;
  /** Matches the server's message, or a reason for which we refuse the object. */
  readonly sign: RegExp;
}

export const DIFFERENCES: readonly Difference[] = [
  {
    title: 'What a cluster has left to give',
    outcome: 'only we accept',
    sign: /failed to allocate|already allocated|not configured on this cluster|not configured for dual-stack/,
  },
  { title: 'Node ports', outcome: 'only the server accepts', sign: /nodePort: -?\d+ is not between/ },
  {
    title: 'Lists of numbers for base64',
    outcome: 'only the server accepts',
    sign: /LLMD-TYPE (data|binaryData)\b.*a list came/,
  },
  {
    title: 'A volume that a StatefulSet replaces',
    outcome: 'only the server accepts',
    sign: /spec\.template\.spec\.volumes/,
  },
  {
    title: 'The selector of a metric',
    outcome: 'only the server accepts',
    sign: /LLMD-REQUIRED spec\.metrics\..*\.selector/,
  },
];
