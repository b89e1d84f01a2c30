import { Release } from '../../release/release';
import type { Path } from '../finding';
import { closest } from './closest';
import { openGates } from './load/gates';
import { Load } from './load/load';
import { makePlugins } from './load/plugins';
import type { ConfigProblem, Report } from './problem';
import { type ConfigRelease, CONFIG_RELEASES } from './releases';
import { decode } from './shape/decode';
import type { ObjectShape } from './shape/shape';
import { lineOf, type Node } from './tree/node';
import { readText } from './tree/read';
import { valueNode } from './tree/value';

export interface CheckConfigOptions {
  /** Id of the release that reads the configuration, for example `gaie-v1.5.0`. */
  readonly release: string;
  /**
   * Whether the endpoint picker has `--allow-experimental-plugins`.
   * @default false
   */
  readonly allowExperimental?: boolean;
}

/** Checks the text of an EndpointPickerConfig as the endpoint picker reads it when it starts. */
export function checkConfig(text: string, options: CheckConfigOptions): ConfigProblem[] {
  // An empty file is as good as none: the endpoint picker has a configuration of its own.
  if (text === '') return [];
  const { root, mistakes, restLine } = readText(text);
  const problems: ConfigProblem[] = mistakes.map((mistake) => ({
    code: 'LLMD-EPP-CONFIG-SYNTAX',
    path: [],
    ...mistake,
  }));
  if (root === undefined) return problems;
  problems.push(...checkNode(root, options));
  if (restLine !== undefined) {
    problems.push({
      code: 'LLMD-EPP-CONFIG-NO-EFFECT',
      path: [],
      line: restLine,
      message: 'the endpoint picker reads the first YAML document, which ends here',
      remedy: 'take the rest away, or indent it like the beginning',
    });
  }
  return problems.sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
}

/** Checks an EndpointPickerConfig that was read before. */
export function checkConfigObject(object: unknown, options: CheckConfigOptions): ConfigProblem[] {
  return checkNode(valueNode(object), options);
}

function checkNode(root: Node, { release, allowExperimental = false }: CheckConfigOptions): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const report: Report = (code, path, message, remedy) =>
    problems.push({ code, path, line: lineOf(root, path), message, remedy });
  const rules = rulesOf(release);
  const config = decode(root.is === 'null' ? { is: 'object', fields: [] } : root, rules.schema, [], {
    caseSensitive: true,
    wrong: (path, message, remedy) => report('LLMD-EPP-CONFIG-FIELD', path, message, remedy),
    unknown: (path, name, shape) => reportUnknown(report, rules, path, name, shape),
  });
  if (config === undefined) return problems;
  checkApi(config, rules, report);
  const load = new Load(config, rules.plugins, report);
  const gates = openGates(load, rules.gates, rules.gatesHaveValues);
  const { strictParameters } = rules;
  makePlugins(load, { strictParameters, allowExperimental, elsewhere: (type) => typeElsewhere(type) });
  rules.load(load, gates);
  return problems;
}

function rulesOf(id: string): ConfigRelease {
  return CONFIG_RELEASES.find((release) => release.id === Release.of(id).id)!;
}

/** Both may be left out: Kubernetes' decoder knows what it is asked for. */
function checkApi({ apiVersion, kind }: any, { apiVersions, id }: ConfigRelease, report: Report): void {
  if (apiVersion && !apiVersions.includes(apiVersion)) {
    const message = `apiVersion ${apiVersion} is there, ${id} reads ${apiVersions.join(' and ')}`;
    report('LLMD-EPP-CONFIG-API', ['apiVersion'], message, `write ${apiVersions[0]}`);
  }
  if (kind && kind !== 'EndpointPickerConfig') {
    report('LLMD-EPP-CONFIG-API', ['kind'], `kind ${kind} is there`, 'write EndpointPickerConfig');
  }
}

function reportUnknown(report: Report, rules: ConfigRelease, path: Path, name: string, shape: ObjectShape): void {
  const known = Object.keys(shape.fields);
  const others = CONFIG_RELEASES.filter(({ schema }) => hasField(schema, path)).map(({ id }) => id);
  const elsewhere = others.length > 0 ? `; ${others.join(' and ')} have it` : '';
  const message = `there is no field ${name} in ${rules.id}${elsewhere}. Here may stand ${known.join(', ')}`;
  const meant = closest(name, known);
  report('LLMD-EPP-CONFIG-FIELD', path, message, meant ? `write ${meant}` : 'take it away');
}

function hasField(schema: ObjectShape, path: Path): boolean {
  let shape: any = schema;
  for (const step of path) {
    shape = typeof step === 'number' ? shape?.of : shape?.fields?.[step];
  }
  return shape !== undefined;
}

function typeElsewhere(type: string): string | undefined {
  const ids = CONFIG_RELEASES.filter(({ plugins }) => type in plugins).map(({ id }) => id);
  return ids.length > 0 ? `it is in ${ids.join(' and ')}` : undefined;
}
