import type { Path } from '../../text/path';
import { listed } from '../../text/wording';
import { nearest } from '../../text/nearest';
import type { PluginType, PluginTypes, Role } from '../../catalogue/endpoint-picker/plugins/plugin-type';
import type { Report } from '../violation';

/** A plugin that the endpoint picker has made: one of the configuration, or one that it adds by default. */
export interface Instance {
  readonly name: string;
  readonly typeName: string;
  /** Undefined where the release has no type of that name, which was reported. */
  readonly type?: PluginType;
  /** Its valid parameters. */
  readonly parameters: any;
  /** Where it stands in the configuration; undefined for a plugin that is added by default. */
  readonly path?: Path;
}

/**
 * Follows an endpoint picker through the loading of its configuration: which plugins it has made, and which of them
 * something refers to. The loaders of the releases work on it.
 */
export class ConfigLoader {
  /** Plugins by name, in the order in which they are made. */
  readonly plugins = new Map<string, Instance>();
  /** Names that profiles may refer to. Some of the plugins that are added by default are not among them. */
  readonly defined = new Set<string>();
  /** Names that something refers to. */
  readonly used = new Set<string>();

  constructor(
    /** The configuration, without what does not fit its schema. */
    readonly config: any,
    /** The plugin types of the release. */
    readonly types: PluginTypes,
    readonly report: Report,
  ) {}

  add(instance: Instance): void {
    this.plugins.set(instance.name, instance);
    this.defined.add(instance.name);
  }

  /** Adds a plugin that the endpoint picker cannot do without, under the name of its type. */
  addDefault(typeName: string): void {
    this.add({ name: typeName, typeName, type: this.types[typeName], parameters: {} });
  }

  /** The first plugin that can be used as `role`. */
  first(role: Role): Instance | undefined {
    return this.all(role)[0];
  }

  all(role: Role): Instance[] {
    return [...this.plugins.values()].filter((instance) => instance.type?.roles.includes(role));
  }

  /** The plugin that a reference at `path` leads to, if it can be used as `role`; reports it where it cannot. */
  resolve(name: string, role: Role, path: Path): Instance | undefined {
    this.used.add(name);
    const instance = this.plugins.get(name);
    if (instance === undefined) {
      this.undefinedReference(name, path, this.all(role));
      return undefined;
    }
    if (instance.type === undefined || instance.type.roles.includes(role)) return instance;
    const message = `plugin ${name} is ${listed(instance.type.roles.map(withArticle))}, where ${withArticle(role)} is expected`;
    const others = this.all(role).map((other) => other.name);
    const remedy = others.length > 0 ? `write ${listed(others, 'or')}` : `add ${withArticle(role)} to plugins`;
    this.report('LLMD-EPP-CONFIG-REFERENCE', path, message, remedy);
    return undefined;
  }

  /** Reports a reference to a plugin that does not exist, with the candidates that it could mean. */
  undefinedReference(name: string, path: Path, candidates: Iterable<Instance> = this.plugins.values()): void {
    const names = [...candidates].filter((instance) => instance.path !== undefined).map((instance) => instance.name);
    if (name === '') {
      const remedy = names.length > 0 ? `write ${listed(names, 'or')}` : 'add a plugin to plugins, and write its name';
      this.report('LLMD-EPP-CONFIG-REFERENCE', path, 'it refers to no plugin', remedy);
      return;
    }
    const known = names.length > 0 ? `, but ${listed(names)}` : '';
    const meant = nearest(name, names);
    const added = Object.hasOwn(this.types, name) ? `a plugin of type ${name} to plugins` : 'it to plugins';
    const remedy = meant ? `write ${meant}` : `add ${added}, or write another name`;
    this.report('LLMD-EPP-CONFIG-REFERENCE', path, `there is no plugin ${name}${known}`, remedy);
  }
}

function withArticle(role: Role): string {
  return `${/^[aeio]/.test(role) ? 'an' : 'a'} ${role}`;
}
