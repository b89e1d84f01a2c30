import type { ReleaseData } from '../catalogue/endpoint-picker/release-data';
import { releaseData, RELEASES_BY_AGE } from '../catalogue/endpoint-picker/releases';
import { type Path, showPath } from '../text/path';
import { listed } from '../text/wording';
import { nearest } from '../text/nearest';
import { openGates } from './load/gates';
import { ConfigLoader } from './load/config-loader';
import { makePlugins } from './load/plugins';
import { reportUnused } from './load/unused';
import type { ConfigViolation, Report } from './violation';
import { readConfig } from './read-config';
import { LOADERS } from './loaders';
import { decode } from './decode';
import type { ObjectShape } from '../catalogue/endpoint-picker/shape';

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
export function checkConfig(text: string, options: CheckConfigOptions): ConfigViolation[] {
  const reading = readConfig(text);
  const { value, parseErrors, restLine } = reading;
  const violations: ConfigViolation[] = [
    ...parseErrors.map((parseError) => ({ code: 'LLMD-EPP-CONFIG-SYNTAX' as const, ...parseError })),
    ...checkConfigObject(value, options).map((violation) => ({ ...violation, line: reading.lineOf(violation.path) })),
  ];
  if (restLine !== undefined) {
    const message = 'the endpoint picker reads the first YAML document, which ends here';
    const remedy = 'take the rest away, or indent it like the beginning';
    violations.push({ code: 'LLMD-EPP-CONFIG-NO-EFFECT', path: [], line: restLine, message, remedy });
  }
  return violations.sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
}

/** Checks an EndpointPickerConfig that was read before. `undefined` counts as an empty one. */
export function checkConfigObject(
  object: unknown,
  { release, allowExperimental = false }: CheckConfigOptions,
): ConfigViolation[] {
  const violations: ConfigViolation[] = [];
  const report: Report = (code, path, message, remedy) => violations.push({ code, path, message, remedy });
  const data = releaseData(release);
  const { schema, gates, gatesHaveValues, strictParameters } = data.config;
  // Objects with a violation inside. What they lack may be what was misspelt, and is not reported again.
  const incomplete = new Set<string>();
  const config = decode(object ?? {}, schema, [], {
    caseSensitive: true,
    wrong: (path, message, remedy) => {
      incomplete.add(showPath(path.slice(0, -1)));
      report('LLMD-EPP-CONFIG-FIELD', path, message, remedy);
    },
    unknown: (path, name, known) => {
      const meant = nearest(name, Object.keys(known.fields));
      if (meant !== undefined) incomplete.add(showPath(path.slice(0, -1)));
      reportUnknown(report, data, path, { name, meant, shape: known });
    },
  });
  if (config === undefined) return violations;
  checkApi(config, data, report);
  const loader = new ConfigLoader(config, data.plugins, (code, path, message, remedy) => {
    if (!incomplete.has(showPath(path))) report(code, path, message, remedy);
  });
  const open = openGates(loader, gates, gatesHaveValues);
  makePlugins(loader, { strictParameters, allowExperimental, elsewhere: typeElsewhere });
  LOADERS[data.id](loader, open);
  reportUnused(loader);
  return violations;
}

/** Both may be left out: Kubernetes' decoder knows what it is asked for. */
function checkApi({ apiVersion, kind }: any, { config, id }: ReleaseData, report: Report): void {
  const { apiVersions } = config;
  if (apiVersion && !apiVersions.includes(apiVersion)) {
    const message = `${apiVersion} is there, ${id} reads ${listed(apiVersions)}`;
    report('LLMD-EPP-CONFIG-API', ['apiVersion'], message, `write ${apiVersions[0]}`);
  } else if (apiVersion && apiVersion !== apiVersions[0]) {
    report('LLMD-EPP-CONFIG-DEPRECATED', ['apiVersion'], `${apiVersion} will be removed`, `write ${apiVersions[0]}`);
  }
  if (kind && kind !== 'EndpointPickerConfig') {
    report(
      'LLMD-EPP-CONFIG-API',
      ['kind'],
      `${kind} is there, expected EndpointPickerConfig`,
      'write EndpointPickerConfig',
    );
  }
}

interface UnknownField {
  readonly name: string;
  readonly meant?: string;
  readonly shape: ObjectShape;
}

function reportUnknown(report: Report, release: ReleaseData, path: Path, { name, meant, shape }: UnknownField): void {
  const others = RELEASES_BY_AGE.filter(({ config }) => hasField(config.schema, path)).map(({ id }) => id);
  const elsewhere = others.length > 0 ? `, but in ${listed(others)}` : '';
  const known = listed(Object.keys(shape.fields));
  const message = `there is no field ${name} in ${release.id}${elsewhere}; here may stand ${known}`;
  report('LLMD-EPP-CONFIG-FIELD', path, message, meant ? `write ${meant}` : 'take it away');
}

function hasField(schema: ObjectShape, path: Path): boolean {
  let shape: any = schema;
  for (const step of path) {
    shape = typeof step === 'number' ? shape?.of : own(shape?.fields, step);
  }
  return shape !== undefined;
}

function own(fields: any, name: string): any {
  return fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function typeElsewhere(type: string): string | undefined {
  const ids = RELEASES_BY_AGE.filter(({ plugins }) => Object.hasOwn(plugins, type)).map(({ id }) => id);
  return ids.length > 0 ? `it is in ${listed(ids)}` : undefined;
}
