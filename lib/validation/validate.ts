import { acknowledge, type Acknowledgement, UNUSED_ACKNOWLEDGEMENT } from './acknowledgement';
import type { Diagnostic, Severity } from '../api-server/diagnostic';
import { Definitions } from '../api-server/definitions/definitions';
import { showPath } from '../text/path';
import { expandList } from '../api-server/list';
import { type Identity, identityOf, type Input, type Resource } from '../api-server/resource';
import { FILE_KINDS } from './file-kinds';
import { NOT_CHECKED, notChecked } from './not-checked';
import { redacted } from './redact';
import { ResourceSet } from './resource-set';
import type { Violation } from './rule';
import type { RuleDoc } from '../api-server/rule-doc';
import { READ_RULES } from '../api-server/read/rules';
import { RULES } from './rules';
import { checkStructure, STRUCTURE_RULES } from '../api-server/check-object';

/** Options of `validate`. */
export interface ValidateOptions {
  /**
   * Id of the endpoint picker's release, for example `gaie-v1.5.0`.
   * @default - the one of the endpoint picker's image, else the current release
   */
  readonly release?: string;
  /**
   * Whether the set is complete: a reference to an object outside of it is an error then, else a warning.
   * @default false
   */
  readonly closed?: boolean;
  /** Objects that are in the cluster already, so that references to them do not dangle. Without a namespace: in any. */
  readonly external?: readonly Identity[];
  /** Diagnostics that are accepted, by code and with a reason. An acknowledgement that matches nothing is reported. */
  readonly acknowledged?: readonly Acknowledgement[];
  /** Called with the share that has been checked, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** The documentation of every code that a diagnostic may have. docs/rules.md is made from it. */
export const ALL_RULES: readonly RuleDoc[] = [
  ...READ_RULES,
  ...STRUCTURE_RULES,
  ...RULES,
  NOT_CHECKED,
  UNUSED_ACKNOWLEDGEMENT,
];

const DOCS = new Map(ALL_RULES.map((rule) => [rule.code, rule]));

/** Checks each object on its own, then all objects together. The diagnostics are in the order of the objects. */
export function validate(inputs: readonly Input[], options: ValidateOptions = {}): Diagnostic[] {
  const objects = inputs.flatMap(expandList);
  const diagnostics: Diagnostic[][] = [...objects.map(() => []), []];
  // Those that belong to no object come last.
  const unplaced = diagnostics[objects.length];
  const positions = new Map<Resource, number>();
  const orNotChecked = <Result>(what: string, work: () => Result): Result | undefined => {
    try {
      return work();
    } catch (error) {
      unplaced.push(notChecked(what, error));
      return undefined;
    }
  };
  const report = (position: number, code: string, place: Place, violation: Omit<Violation, 'resource'>) =>
    diagnostics[position].push(diagnostic(code, place, violation, options));

  const definitions = orNotChecked('the set of definitions', () => new Definitions(objects)) ?? Definitions.NONE;
  objects.forEach((input, position) => {
    const origin = input.origin ?? {};
    try {
      const { resource, violations } = checkStructure(input, { definitions, files: FILE_KINDS });
      if (resource !== undefined) positions.set(resource, position);
      const place = { ...identityOf(input.object), ...resource, origin, object: input.object };
      for (const { code, ...violation } of violations) report(position, code, place, violation);
    } catch (error) {
      const { file, document, construct } = origin;
      diagnostics[position].push({ ...notChecked('the object', error), file, document, construct });
    }
    options.onProgress?.(position / objects.length / 2);
  });
  const set = orNotChecked('the set of all objects', () => new ResourceSet([...positions.keys()], options));
  if (set === undefined) return acknowledge(diagnostics.flat(), options.acknowledged ?? []);
  RULES.forEach((rule, index) => {
    try {
      for (const { resource, ...violation } of rule.check(set)) {
        report(positions.get(resource)!, rule.code, resource, violation);
      }
    } catch (error) {
      unplaced.push(notChecked(rule.code, error));
    }
    options.onProgress?.((1 + (index + 1) / RULES.length) / 2);
  });
  return acknowledge(diagnostics.flat(), options.acknowledged ?? []);
}

type Place = Pick<Diagnostic, 'kind' | 'namespace' | 'name'> & Pick<Resource, 'origin' | 'object'>;

function diagnostic(
  code: string,
  { origin, kind, namespace, name, object }: Place,
  { path, lineOfText, message, remedy }: Omit<Violation, 'resource'>,
  options: ValidateOptions,
): Diagnostic {
  const { file, document, construct } = origin;
  const severity = severityOf(code, options);
  const line = origin.lineOf?.(path, lineOfText);
  // Where the file is not known, such as in an app, the line of the text helps.
  const prefix = line === undefined && lineOfText !== undefined ? `line ${lineOfText}: ` : '';
  return {
    code,
    severity,
    file,
    document,
    line,
    construct,
    kind,
    namespace,
    name,
    path: showPath(path),
    message: prefix + redacted(message, object),
    remedy: redacted(remedy, object),
  };
}

function severityOf(code: string, { closed = false }: ValidateOptions): Severity {
  const { severity } = DOCS.get(code)!;
  return severity === 'error-when-closed' ? (closed ? 'error' : 'warning') : severity;
}
