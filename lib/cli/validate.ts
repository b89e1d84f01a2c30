import { type Command, Option } from 'commander';
import { type Acknowledgement, check, type Diagnostic, type Verdict, verdictOf } from '../validation';
import { expandList } from '../api-server/list';
import { ignore } from '../validation/options/ignore';
import { releaseNamed } from '../validation/options/release';
import { reportGithub } from '../validation/report/github';
import { reportJson } from '../validation/report/json';
import { reportText, type TextOptions } from '../validation/report/text';
import { EXIT } from './exit';
import { readInput, withPaths } from './input';
import { type Io, wantsColor } from './io';
import { ProgressBar } from './progress';

type Format = 'text' | 'json' | 'github';
type Report = (diagnostics: readonly Diagnostic[], options: TextOptions) => string;

const REPORTS: { readonly [format in Format]: Report } = { text: reportText, json: reportJson, github: reportGithub };

interface Options {
  readonly format: Format;
  readonly release?: string;
  readonly ignore?: readonly Acknowledgement[];
  readonly closed?: boolean;
  readonly strict?: boolean;
  readonly recursive?: boolean;
  readonly color: boolean;
}

const EXIT_CODES: { readonly [verdict in Verdict]: number } = {
  passed: EXIT.ok,
  failed: EXIT.violations,
  unread: EXIT.usage,
};

const HELP = `
Exit codes:
  0  no errors (with --strict: no warnings either)
  1  there are errors
  2  wrong usage, or something could not be read

Examples:
  cdk8s-llm-d validate dist/ dist/platform/
  helm template my-release my-chart | cdk8s-llm-d validate - --strict
  kubectl get all,httproutes,inferencepools -o yaml | cdk8s-llm-d validate -
  cdk8s-llm-d validate epp-config.yaml --release gaie-v1.5.0
  cdk8s-llm-d validate dist/ --ignore "LLMD-IMAGE-FLOATING=this cluster only runs tests"
`;

/** Adds the command `validate`. */
export function addValidate(program: Command, io: Io, done: (exit: number) => void): void {
  withPaths(program.command('validate'))
    .description('Check YAML: each object as an API server does, and all objects together.')
    .addOption(new Option('--format <format>', 'format of the report').choices(Object.keys(REPORTS)).default('text'))
    .option('--release <id>', 'release of the endpoint picker', releaseId)
    .option('--ignore <CODE=REASON>', 'accept the diagnostics with a code (repeatable)', addIgnored)
    .option('--closed', 'references to objects that are not among the input are errors')
    .option('--strict', 'exit with 1 for warnings as well')
    .option('--no-color', 'print without colours')
    .addHelpText('after', HELP)
    .action(async (paths: string[], options: Options, command: Command) => {
      const progress = new ProgressBar(io);
      const reading = await readInput(paths, options, io, command, progress);
      const { format, release, closed, strict, ignore: acknowledged } = options;
      const onProgress = (share: number) => progress.show('checking', share);
      const diagnostics = check(reading, { release, closed, acknowledged, onProgress });
      progress.end();
      const objects = reading.inputs.flatMap(expandList).length;
      io.stdout.write(REPORTS[format](diagnostics, { objects, color: options.color && wantsColor(io) }));
      done(EXIT_CODES[verdictOf(diagnostics, { strict })]);
    });
}

function releaseId(name: string): string {
  return releaseNamed(name, '--release').id;
}

function addIgnored(value: string, ignored: readonly Acknowledgement[] = []): readonly Acknowledgement[] {
  const [code, ...reason] = value.split('=');
  return [...ignored, ignore(code.trim(), reason.join('='), '--ignore')];
}
