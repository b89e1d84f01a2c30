import type { Path } from '../../text/path';
import { listed } from '../../text/wording';
import { nearest } from '../../text/nearest';
import type { PluginType } from '../../catalogue/endpoint-picker/plugins/plugin-type';
import { decode } from '../decode';
import type { ObjectShape } from '../../catalogue/endpoint-picker/shape';
import type { Instance, Load } from './load';

/** What a release knows about plugin types beside its own ones. */
export interface PluginRules {
  /** Whether a parameter that a plugin does not know is refused. */
  readonly strictParameters: boolean;
  readonly allowExperimental: boolean;
  /** What to say of a type that is not there: that another release has it, for example. */
  elsewhere(type: string): string | undefined;
}

interface PluginSpec {
  readonly name?: string;
  readonly type?: string;
  readonly parameters?: unknown;
}

/** Makes the plugins that are written down, and checks the parameters of each. */
export function makePlugins(load: Load, rules: PluginRules): void {
  (load.config.plugins ?? []).forEach((spec: PluginSpec, index: number) => {
    const path = ['plugins', index];
    const { type = '', name = '' } = spec;
    if (type === '') {
      load.report(
        'LLMD-EPP-CONFIG-PLUGIN-TYPE',
        path,
        `${name === '' ? 'the plugin' : name} has no type`,
        'add its type',
      );
      return;
    }
    const is = typeOf(load, type, [...path, 'type'], rules);
    const parameters = is === undefined ? {} : checkParameters(load, spec, is, [...path, 'parameters'], rules);
    addOnce(load, { name: name || type, type, is, parameters, path });
  });
}

function addOnce(load: Load, instance: Instance): void {
  const { name, path = [] } = instance;
  if (load.defined.has(name)) {
    const message = `there is another plugin ${name} before it`;
    load.report('LLMD-EPP-CONFIG-PLUGIN-NAME', path, message, 'give one of them another name, or take it away');
    return;
  }
  load.add(instance);
}

function typeOf({ catalogue, report }: Load, type: string, path: Path, rules: PluginRules): PluginType | undefined {
  if (!Object.hasOwn(catalogue, type)) {
    const meant = nearest(type, Object.keys(catalogue));
    const elsewhere = rules.elsewhere(type);
    const message = `there is no plugin type ${type}${elsewhere ? `: ${elsewhere}` : ''}`;
    const remedy = meant ? `write ${meant}` : 'use a type of this release, or another release';
    report('LLMD-EPP-CONFIG-PLUGIN-TYPE', path, message, remedy);
    return undefined;
  }
  const is = catalogue[type];
  if (is.alpha && !rules.allowExperimental) {
    const message = `plugin type ${type} is experimental (Alpha), and the endpoint picker was not told to allow that`;
    report('LLMD-EPP-CONFIG-EXPERIMENTAL', path, message, 'pass --allow-experimental-plugins to the endpoint picker');
  }
  if (is.deprecated !== undefined) {
    report('LLMD-EPP-CONFIG-DEPRECATED', path, `plugin type ${type} will be removed`, is.deprecated);
  }
  return is;
}

/** The parameters of a plugin, as far as they are right. */
function checkParameters({ report }: Load, spec: PluginSpec, is: PluginType, path: Path, rules: PluginRules): any {
  const { parameters: given, type = '' } = spec;
  if (is.parameters === undefined) {
    if (!is.passesParametersOn) reportIgnored(report, { given, type, path });
    return {};
  }
  if (given === undefined) {
    if (is.needsParameters) {
      const names = listed(Object.keys(is.parameters.fields));
      report('LLMD-EPP-CONFIG-PARAMETERS', path.slice(0, -1), `${type} needs parameters: ${names}`, 'add them');
    }
    return {};
  }
  const parameters = decodeParameters(given, is, is.parameters, path, { report, strict: rules.strictParameters, type });
  for (const [name, remedy] of Object.entries(is.deprecatedParameters ?? {})) {
    if (parameters[name] !== undefined) {
      report('LLMD-EPP-CONFIG-DEPRECATED', [...path, name], `parameter ${name} of ${type} will be removed`, remedy);
    }
  }
  return parameters;
}

/** Parameters as they are written down, and where. */
export interface GivenParameters {
  readonly given: unknown;
  readonly type: string;
  readonly path: Path;
}

export function reportIgnored(report: Load['report'], { given, type, path }: GivenParameters): void {
  if (Object.keys(given ?? {}).length === 0) return;
  const message = `${type} has no parameters, so that these do nothing`;
  report('LLMD-EPP-CONFIG-IGNORED-PARAMETER', path, message, 'take them away');
}

interface DecodeParameters extends Pick<Load, 'report'> {
  readonly strict: boolean;
  readonly type: string;
}

export function decodeParameters(
  given: unknown,
  { check }: PluginType,
  shape: ObjectShape,
  path: Path,
  { report, strict, type }: DecodeParameters,
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
      const message = `${type} has no parameter ${name}${known.length > 0 ? `, but ${listed(known)}` : ''}`;
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
