import type { Path } from '../../text/path';
import { listed } from '../../text/wording';
import { nearest } from '../../text/nearest';
import { needsParameters, type PluginType } from '../../catalogue/endpoint-picker/plugins/plugin-type';
import { decode } from '../decode';
import type { ObjectShape } from '../../catalogue/endpoint-picker/shape';
import type { Instance, ConfigLoader } from './config-loader';

/** What a release knows about plugin types beside its own ones. */
export interface PluginRules {
  /** Whether a parameter that a plugin does not know is refused. */
  readonly strictParameters: boolean;
  readonly allowExperimental: boolean;
  /** What a message adds about an unknown type: the releases that have it, for example. */
  elsewhere(type: string): string | undefined;
}

interface PluginSpec {
  readonly name?: string;
  readonly type?: string;
  readonly parameters?: unknown;
}

/** Makes the plugins of the configuration, and checks the parameters of each. */
export function makePlugins(loader: ConfigLoader, rules: PluginRules): void {
  (loader.config.plugins ?? []).forEach((spec: PluginSpec, index: number) => {
    const path = ['plugins', index];
    const { type = '', name = '' } = spec;
    if (type === '') {
      loader.report(
        'LLMD-EPP-CONFIG-PLUGIN-TYPE',
        path,
        `${name === '' ? 'the plugin' : name} has no type`,
        'add its type',
      );
      return;
    }
    const pluginType = typeOf(loader, type, [...path, 'type'], rules);
    const parameters =
      pluginType === undefined ? {} : checkParameters(loader, spec, pluginType, [...path, 'parameters'], rules);
    addOnce(loader, { name: name || type, typeName: type, type: pluginType, parameters, path });
  });
}

function addOnce(loader: ConfigLoader, instance: Instance): void {
  const { name, path = [] } = instance;
  if (loader.defined.has(name)) {
    const message = `there is another plugin ${name} before it`;
    loader.report('LLMD-EPP-CONFIG-PLUGIN-NAME', path, message, 'give one of them another name, or take it away');
    return;
  }
  loader.add(instance);
}

function typeOf(
  { types, report }: ConfigLoader,
  typeName: string,
  path: Path,
  rules: PluginRules,
): PluginType | undefined {
  if (!Object.hasOwn(types, typeName)) {
    const meant = nearest(typeName, Object.keys(types));
    const elsewhere = rules.elsewhere(typeName);
    const message = `there is no plugin type ${typeName}${elsewhere ? `: ${elsewhere}` : ''}`;
    const remedy = meant ? `write ${meant}` : 'use a type of this release, or another release';
    report('LLMD-EPP-CONFIG-PLUGIN-TYPE', path, message, remedy);
    return undefined;
  }
  const type = types[typeName];
  if (type.alpha && !rules.allowExperimental) {
    const message = `plugin type ${typeName} is experimental (Alpha), and the endpoint picker was not told to allow that`;
    report('LLMD-EPP-CONFIG-EXPERIMENTAL', path, message, 'pass --allow-experimental-plugins to the endpoint picker');
  }
  if (type.deprecated !== undefined) {
    report('LLMD-EPP-CONFIG-DEPRECATED', path, `plugin type ${typeName} will be removed`, type.deprecated);
  }
  return type;
}

/** The valid parameters of a plugin; what is wrong with the others is reported. */
function checkParameters(
  { report }: ConfigLoader,
  spec: PluginSpec,
  type: PluginType,
  path: Path,
  rules: PluginRules,
): any {
  const { parameters: given, type: typeName = '' } = spec;
  if (type.parameters === undefined) {
    if (!type.forwardsParameters) reportIgnored(report, { given, typeName, path });
    return {};
  }
  if (given === undefined) {
    if (needsParameters(type)) {
      const names = listed(Object.keys(type.parameters.fields));
      report('LLMD-EPP-CONFIG-PARAMETERS', path.slice(0, -1), `${typeName} needs parameters: ${names}`, 'add them');
    }
    return {};
  }
  const parameters = decodeParameters(given, type, type.parameters, path, {
    report,
    strict: rules.strictParameters,
    typeName,
  });
  for (const [name, remedy] of Object.entries(type.deprecatedParameters ?? {})) {
    const place = name.split('.');
    if (place.reduce<any>((value, step) => value?.[step], parameters) !== undefined) {
      report(
        'LLMD-EPP-CONFIG-DEPRECATED',
        [...path, ...place],
        `parameter ${name} of ${typeName} will be removed`,
        remedy,
      );
    }
  }
  return parameters;
}

/** Parameters as they are in the configuration, and where. */
export interface GivenParameters {
  readonly given: unknown;
  readonly typeName: string;
  readonly path: Path;
}

export function reportIgnored(report: ConfigLoader['report'], { given, typeName, path }: GivenParameters): void {
  if (Object.keys(given ?? {}).length === 0) return;
  const message = `${typeName} has no parameters, so that these do nothing`;
  report('LLMD-EPP-CONFIG-IGNORED-PARAMETER', path, message, 'take them away');
}

interface DecodeParameters extends Pick<ConfigLoader, 'report'> {
  readonly strict: boolean;
  readonly typeName: string;
}

export function decodeParameters(
  given: unknown,
  { check }: PluginType,
  shape: ObjectShape,
  path: Path,
  { report, strict, typeName }: DecodeParameters,
): any {
  let isRight = true;
  const wrong = (at: Path, message: string, remedy: string) => {
    isRight = false;
    report('LLMD-EPP-CONFIG-PARAMETERS', at, message, remedy);
  };
  // `null` is as good as an empty mapping, which lacks what is required.
  const parameters = decode(given ?? {}, shape, path, {
    caseSensitive: false,
    wrong,
    unknown: (at, name, { fields }) => {
      const known = Object.keys(fields);
      const message = `${typeName} has no parameter ${name}${known.length > 0 ? `, but ${listed(known)}` : ''}`;
      const meant = nearest(name, known);
      const remedy = meant ? `write ${meant}` : 'take it away';
      if (strict) wrong(at, message, remedy);
      else report('LLMD-EPP-CONFIG-IGNORED-PARAMETER', at, message, remedy);
    },
  });
  if (!isRight || check === undefined) return parameters ?? {};
  for (const { at, message, remedy } of check(parameters)) wrong([...path, ...at], message, remedy);
  return parameters;
}
