import { refuse } from '../errors';
import { show } from '../text/wording';
import { check } from './check';
import type { Diagnostic } from '../api-server/diagnostic';
import { ignore } from './options/ignore';
import { releaseNamed } from './options/release';
import type { LlmdValidationProps, PluginContext, PluginViolation } from './plugin-contract';
import { type Reading, readPaths } from '../api-server/read';
import { EMPTY } from '../api-server/read/rules';
import { objectOf } from './report/place';
import { ALL_RULES, type ValidateOptions } from './validate';
import { verdictOf } from './verdict';

const TITLES = new Map(ALL_RULES.map(({ code, title }) => [code, title]));

/** The plugin's work, with its properties checked. */
export function prepare(props: LlmdValidationProps): (context: PluginContext) => void {
  const options = optionsOf(props);
  return ({ manifests, report }) => {
    const reading = readPaths(manifests);
    // A chart without objects becomes an empty file.
    const diagnostics = check(reading, options).filter(({ code }) => code !== EMPTY.code);
    const nameOf = uniqueNames(reading);
    for (const diagnostic of diagnostics) report.addViolation(violation(diagnostic, nameOf));
    const status = verdictOf(diagnostics, props) === 'passed' ? 'success' : 'failure';
    report.submit(status, { Objects: String(reading.inputs.length) });
  };
}

const PROPERTIES: ReadonlySet<string> = new Set<keyof LlmdValidationProps>(['closed', 'release', 'ignore', 'strict']);

function optionsOf(props: LlmdValidationProps): ValidateOptions {
  const where = 'cdk8s.yaml, validations, properties';
  const unknown = Object.keys(props).find((key) => !PROPERTIES.has(key));
  if (unknown !== undefined) {
    const expected = `some of ${[...PROPERTIES].join(', ')}`;
    refuse(where, { code: 'LLMD-PLUGIN-PROPERTY', got: show(unknown), expected, remedy: 'correct or remove it' });
  }
  const { closed, release, ignore: ignored = {} } = props;
  return {
    closed,
    release: release === undefined ? undefined : releaseNamed(release, where).id,
    acknowledged: Object.entries(ignored).map(([code, reason]) => ignore(code, reason, where)),
  };
}

function violation(diagnostic: Diagnostic, nameOf: (diagnostic: Diagnostic) => string): PluginViolation {
  const { code, severity, file = '', line, path, message, remedy } = diagnostic;
  const place = [path, line === undefined ? '' : `line ${line}`].filter(Boolean).join(', ');
  return {
    ruleName: `${code} (${severity})`,
    recommendation: TITLES.get(code)!,
    fix: remedy,
    violatingResources: [
      { resourceName: nameOf(diagnostic), locations: [place ? `${place}: ${message}` : message], manifestPath: file },
    ],
  };
}

/**
 * The name that a diagnostic's object has in the report. cdk8s-cli looks for a construct by it, and knows constructs by
 * the names of their objects alone: it would find a wrong one for a name that two objects share.
 */
function uniqueNames({ inputs }: Reading): (diagnostic: Diagnostic) => string {
  const counts = new Map<string, number>();
  for (const { object } of inputs) {
    const name = (object as any)?.metadata?.name as string;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return (diagnostic) => {
    const { name = '' } = diagnostic;
    return counts.get(name) === 1 ? name : objectOf(diagnostic);
  };
}
