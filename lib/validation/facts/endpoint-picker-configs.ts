import { likelyRelease } from '../../catalogue/endpoint-picker/likely-release';
import { Release } from '../../catalogue/endpoint-picker/release';
import { checkConfig, checkConfigObject, type CheckConfigOptions } from '../../endpoint-picker-config/check-config';
import type { ConfigCode, ConfigViolation } from '../../endpoint-picker-config/violation';
import { type Path, showPath } from '../../text/path';
import { keyOf, type Resource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import type { Violation } from '../rule';
import { configSourceOf, firstLineIn } from './config-source';
import { type PickerCommand, pickerCommands } from './picker-commands';

/** The configuration of an endpoint picker, and where it was found. */
export interface PickerConfig extends CheckConfigOptions {
  readonly resource: Resource;
  /** Where its text stands in the resource; empty where the resource is the configuration. */
  readonly path: Path;
  /** Undefined where the resource is the configuration. */
  readonly text?: string;
}

const groupOf = ({ configApiVersion }: Release) => configApiVersion.split('/')[0];

/** The API groups of configurations. */
const GROUPS: ReadonlySet<string> = new Set(Release.all().map(groupOf));

/** Every EndpointPickerConfig of the set. */
export function endpointPickerConfigs(set: ResourceSet): readonly PickerConfig[] {
  const used = set.view(pickerCommands).flatMap((command) => configOf(set, command));
  const unique = new Map(used.map((config) => [placeOf(config), config]));
  return [...unique.values(), ...ownObjects(set), ...unusedTexts(set, used)];
}

/** The configuration that a command line names. */
function configOf(set: ResourceSet, command: PickerCommand): PickerConfig[] {
  // What another version would take is not known here.
  if (!command.isCertain) return [];
  const release = command.picker.release.id;
  // What cannot be known is allowed.
  const allowExperimental = command.isOn('allow-experimental-plugins') !== false;
  const source = configSourceOf(set, command);
  return source === undefined ? [] : [{ ...source, release, allowExperimental }];
}

/** Configurations that came as a file of their own. */
function ownObjects(set: ResourceSet): PickerConfig[] {
  return [...GROUPS]
    .flatMap((group) => set.ofKind(group, 'EndpointPickerConfig'))
    .map((resource) => ({
      resource,
      path: [],
      ...byUnknownPicker(set, resource.group),
    }));
}

/** Texts of ConfigMaps that no endpoint picker of the set reads. */
function unusedTexts(set: ResourceSet, used: readonly PickerConfig[]): PickerConfig[] {
  const known = new Set(used.map((config) => keyInConfigMap(config)));
  return set.ofKind('', 'ConfigMap').flatMap((resource) =>
    Object.entries<string>(resource.object.data ?? {})
      .filter(([, text]) => /^kind: *["']?EndpointPickerConfig\b/m.test(text))
      .map(([key, text]) => ({
        resource,
        path: ['data', key],
        text,
        ...byUnknownPicker(set, /^apiVersion: *["']?([^/\s]+)\//m.exec(text)?.[1]),
      }))
      .filter((config) => !known.has(keyInConfigMap(config))),
  );
}

/** The release that will read a configuration which no endpoint picker of the set names: its API group says which. */
function byUnknownPicker(set: ResourceSet, group = ''): CheckConfigOptions {
  const release = set.release ?? (likelyRelease((known) => groupOf(known) === group) ?? Release.DEFAULT).id;
  return { release, allowExperimental: true };
}

function keyInConfigMap({ resource, path }: PickerConfig): string {
  return `${keyOf(resource)} ${showPath(path)}`;
}

function placeOf(config: PickerConfig): string {
  return `${keyInConfigMap(config)} ${config.release} ${config.allowExperimental}`;
}

/** What is wrong with the configurations of the set, by code. */
export function configViolations(set: ResourceSet): ReadonlyMap<ConfigCode, readonly Violation[]> {
  const byCode = new Map<ConfigCode, Violation[]>();
  for (const config of set.view(endpointPickerConfigs)) {
    const { text } = config;
    const firstLine = text === undefined ? undefined : firstLineIn({ ...config, text });
    for (const violation of problemsOf(config)) {
      const violations = byCode.get(violation.code) ?? [];
      byCode.set(violation.code, violations);
      violations.push(violationOf(config, violation, firstLine));
    }
  }
  return byCode;
}

function problemsOf({ text, resource, ...options }: PickerConfig): readonly ConfigViolation[] {
  return text === undefined ? checkConfigObject(resource.object, options) : checkConfig(text, options);
}

function violationOf(
  config: PickerConfig,
  { path, line, message, remedy }: ConfigViolation,
  firstLine: number | undefined,
): Violation {
  const { resource, text } = config;
  if (text === undefined) return { resource, path, message, remedy };
  const lineOfText = line === undefined || firstLine === undefined ? undefined : firstLine - 1 + line;
  // A text that comes from elsewhere, such as a variable, has no line in the file.
  const lineOnly = line !== undefined && lineOfText === undefined ? [`line ${line} of the text`] : [];
  const place = [...lineOnly, ...(path.length > 0 ? [showPath(path)] : [])].join(', ');
  return { resource, path: config.path, lineOfText, message: place ? `${place}: ${message}` : message, remedy };
}
