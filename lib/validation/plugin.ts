import { refuse, show } from '../errors';
import type { Finding } from './finding';
import { ignore } from './options/ignore';
import { releaseNamed } from './options/release';
import type { Reading } from './read';
import { EMPTY } from './read/rules';
import { objectOf } from './report/place';
import { ALL_RULES, type ValidateOptions } from './validate';
import { verdictOf } from './verdict';

/** Properties of the plugin in cdk8s.yaml. */
export interface LlmdValidationProps {
  /**
   * Whether the app makes everything that its objects refer to: a reference that leaves it is an error then.
   * @default false
   */
  readonly closed?: boolean;
  /**
   * The release of the endpoint picker that will read what the app writes, for example `gaie-v1.5.0`.
   * @default - what the image of the endpoint picker says, else the current release
   */
  readonly release?: string;
  /**
   * Codes of findings that are accepted, each with the reason.
   * @default - none
   */
  readonly ignore?: { readonly [code: string]: string };
  /**
   * Whether warnings fail, too.
   * @default false
   */
  readonly strict?: boolean;
}

/** What the plugin uses of what `cdk8s synth` hands it. Source: cdk8s-cli 2.207, lib/plugins/validation.d.ts. */
interface Context {
  /** Paths of the files that were written. */
  readonly manifests: readonly string[];
  readonly report: {
    addViolation(violation: PluginViolation): void;
    submit(status: 'success' | 'failure', metadata?: { readonly [key: string]: string }): void;
  };
}

interface PluginViolation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly {
    readonly resourceName: string;
    readonly locations: readonly string[];
    readonly manifestPath: string;
  }[];
}

const PROPERTIES: ReadonlySet<string> = new Set<keyof LlmdValidationProps>(['closed', 'release', 'ignore', 'strict']);
const TITLES = new Map(ALL_RULES.map(({ code, title }) => [code, title]));

/** The validation plugin of cdk8s-cli: checks what `cdk8s synth` wrote, whoever made it. */
export class LlmdValidation {
  private readonly options: ValidateOptions;
  private readonly strict: boolean;

  constructor(props: LlmdValidationProps = {}) {
    const where = 'cdk8s.yaml, validations, properties';
    const unknown = Object.keys(props).find((key) => !PROPERTIES.has(key));
    if (unknown !== undefined) {
      const expected = `some of ${[...PROPERTIES].join(', ')}`;
      refuse(where, { code: 'LLMD-PLUGIN', got: show(unknown), expected, remedy: 'correct or remove it' });
    }
    this.strict = props.strict ?? false;
    this.options = {
      closed: props.closed,
      release: props.release === undefined ? undefined : releaseNamed(props.release, where).id,
      acknowledged: Object.entries(props.ignore ?? {}).map(([code, reason]) => ignore(code, reason, where)),
    };
  }

  /** Called by `cdk8s synth`. */
  async validate({ manifests, report }: Context): Promise<void> {
    // An app that only makes objects has no need for what reads them.
    const [{ check }, { readPaths }] = await Promise.all([import('./check'), import('./read')]);
    const reading = readPaths(manifests);
    // A chart without objects becomes an empty file, and that is no mistake.
    const findings = check(reading, this.options).filter(({ code }) => code !== EMPTY.code);
    const nameOf = uniqueNames(reading);
    for (const finding of findings) report.addViolation(violation(finding, nameOf));
    const passed = verdictOf(findings, { strict: this.strict }) === 'passed';
    report.submit(passed ? 'success' : 'failure', { Objects: String(reading.inputs.length) });
  }
}

function violation(finding: Finding, nameOf: (finding: Finding) => string): PluginViolation {
  const { code, severity, file = '', line, path, message, remedy } = finding;
  const place = [path, line === undefined ? '' : `line ${line}`].filter(Boolean).join(', ');
  return {
    ruleName: `${code} (${severity})`,
    recommendation: TITLES.get(code)!,
    fix: remedy,
    violatingResources: [
      { resourceName: nameOf(finding), locations: [place ? `${place}: ${message}` : message], manifestPath: file },
    ],
  };
}

/**
 * What to call the object of a finding. cdk8s-cli looks for its construct by this, and knows constructs by the name of
 * their object alone: where two objects share one, it would find the wrong construct.
 */
function uniqueNames({ inputs }: Reading): (finding: Finding) => string {
  const counts = new Map<string, number>();
  for (const { object } of inputs) {
    const name = (object as any)?.metadata?.name as string;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return (finding) => {
    const { name = '' } = finding;
    return counts.get(name) === 1 ? name : objectOf(finding);
  };
}
