import type { RuleDoc } from '../rule-doc';

export const YAML: RuleDoc = {
  code: 'LLMD-YAML',
  severity: 'error',
  title: 'The text is YAML or JSON, in UTF-8',
  why: `kubectl applies nothing of a file that it cannot parse. The other documents of the file are checked, but
the one that cannot be parsed is not, so the command ends with 2.`,
};

export const DUPLICATE_KEY: RuleDoc = {
  code: 'LLMD-YAML-DUPLICATE-KEY',
  severity: 'error',
  title: 'A mapping has each key once',
  why: `kubectl keeps the last value and drops the others silently; an API server that reads the YAML itself refuses it
(field validation "Strict"). The other rules see the last value.`,
};

/** Source: k8s.io/apiserver v0.35.4, pkg/server/config.go: MaxRequestBodyBytes. */
export const MAX_REQUEST_BYTES = 3 * 1024 * 1024;

export const SIZE: RuleDoc = {
  code: 'LLMD-YAML-SIZE',
  severity: 'error',
  title: 'An object has at most 3 MiB as JSON',
  why: `An API server reads no more of a request ("Request entity too large: limit is 3145728"). The objects of a list
are sent one by one.`,
};

export const EMPTY: RuleDoc = {
  code: 'LLMD-EMPTY',
  severity: 'error',
  title: 'There is something to check',
  why: `A file, a folder or a pipe without a single object is most often a wrong path, or a template that rendered to
nothing. kubectl says "no objects passed to apply". The command ends with 2.`,
};

export const FILE: RuleDoc = {
  code: 'LLMD-FILE',
  severity: 'error',
  title: 'Every file and folder can be read',
  why: 'What could not be read was not checked. The command ends with 2.',
};

/** The rules about files and texts, which are checked before objects. */
export const READ_RULES: readonly RuleDoc[] = [FILE, EMPTY, YAML, DUPLICATE_KEY, SIZE];

const UNREADABLE: ReadonlySet<string> = new Set([FILE, EMPTY, YAML].map(({ code }) => code));

/** Whether a diagnostic means that something could not be read. */
export function isUnreadable({ code }: { readonly code: string }): boolean {
  return UNREADABLE.has(code);
}
