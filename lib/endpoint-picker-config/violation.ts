import type { Path } from '../text/path';

/** Something about a configuration: why the endpoint picker would not start, or what it would not do. */
export interface ConfigViolation {
  readonly code: ConfigCode;
  /** Place in the configuration, for example `['plugins', 0, 'type']`. */
  readonly path: Path;
  /** Line of the text, from 1, where there is a text. */
  readonly line?: number;
  readonly message: string;
  readonly remedy: string;
}

/** The codes of everything that keeps an endpoint picker from starting. */
export const REFUSALS = [
  'LLMD-EPP-CONFIG-SYNTAX',
  'LLMD-EPP-CONFIG-API',
  'LLMD-EPP-CONFIG-FIELD',
  'LLMD-EPP-CONFIG-GATE',
  'LLMD-EPP-CONFIG-PLUGIN-TYPE',
  'LLMD-EPP-CONFIG-PLUGIN-NAME',
  'LLMD-EPP-CONFIG-PARAMETERS',
  'LLMD-EPP-CONFIG-EXPERIMENTAL',
  'LLMD-EPP-CONFIG-REFERENCE',
  'LLMD-EPP-CONFIG-PROFILE',
  'LLMD-EPP-CONFIG-HANDLER',
  'LLMD-EPP-CONFIG-FLOW-CONTROL',
  'LLMD-EPP-CONFIG-DATA-LAYER',
  'LLMD-EPP-CONFIG-SOURCES',
  'LLMD-EPP-CONFIG-DATA',
] as const;

/** The codes of what it starts with, and what is a parseError nevertheless. */
export const DOUBTS = [
  'LLMD-EPP-CONFIG-DEPRECATED',
  'LLMD-EPP-CONFIG-IGNORED-PARAMETER',
  'LLMD-EPP-CONFIG-METRICS',
  'LLMD-EPP-CONFIG-NO-EFFECT',
  'LLMD-EPP-CONFIG-STAGE',
  'LLMD-EPP-CONFIG-UNUSED-PLUGIN',
  'LLMD-EPP-CONFIG-WEIGHT',
] as const;

export type ConfigCode = (typeof REFUSALS)[number] | (typeof DOUBTS)[number];

/** Takes a violation; its line is found by its path. */
export type Report = (code: ConfigCode, path: Path, message: string, remedy: string) => void;
