import { readJson } from './json';
import type { Node } from './node';
import type * as yaml from './yaml';

/** A text as far as it could be read. */
export interface Reading {
  /** Undefined where the text cannot be read at all. */
  readonly root?: Node;
  readonly mistakes: readonly Mistake[];
  /** Line of the second document, which nobody reads. */
  readonly restLine?: number;
}

/** What makes a text unreadable. */
export interface Mistake {
  readonly line?: number;
  readonly message: string;
  readonly remedy: string;
}

/**
 * Reads a text as Kubernetes' decoders do: JSON where it begins with a brace, else the first document of YAML.
 * Source: k8s.io/apimachinery pkg/runtime/serializer.
 */
export function readText(text: string): Reading {
  if (/^\s*\{/.test(text)) return readJson(text);
  // YAML is loaded by those who need it: that takes as long as all other rules together.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('./yaml') as typeof yaml).readYaml(text);
}
