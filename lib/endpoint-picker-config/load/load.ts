import type { Path } from '../../text/path';
import { listed } from '../../text/wording';
import { nearest } from '../../text/nearest';
import type { Catalogue, PluginType, Role } from '../../catalogue/endpoint-picker/plugins/plugin-type';
import type { Report } from '../violation';

/** A plugin that the endpoint picker has made, of its own accord or because the configuration says so. */
export interface Instance {
  readonly name: string;
  readonly type: string;
  /** Undefined for a type that does not exist: there is nothing more to say of it. */
  readonly is?: PluginType;
  /** Its parameters, as far as they were right. */
  readonly parameters: any;
  /** Where it stands in the configuration; undefined for a plugin that nobody wrote. */
  readonly path?: Path;
}

/** The state of an endpoint picker that is loading its configuration. */
export class Load {
  /** Plugins by their names, in the order of their making. */
  readonly plugins = new Map<string, Instance>();
  /** Names that profiles may refer to. The endpoint picker makes some plugins behind their back. */
  readonly defined = new Set<string>();
  /** Names that something refers to. */
  readonly used = new Set<string>();

  constructor(
    /** The configuration, as far as it was right. */
    readonly config: any,
    readonly catalogue: Catalogue,
    readonly report: Report,
  ) {}

  add(instance: Instance): void {
    this.plugins.set(instance.name, instance);
    this.defined.add(instance.name);
  }

  /** Adds a plugin that the endpoint picker cannot do without, under the name of its type. */
  addDefault(type: string): void {
    this.add({ name: type, type, is: this.catalogue[type], parameters: {} });
  }

  /** The first plugin that can be used as `role`. */
  first(role: Role): Instance | undefined {
    return this.all(role)[0];
  }

  all(role: Role): Instance[] {
    return [...this.plugins.values()].filter((instance) => instance.is?.is.includes(role));
  }

  /** The plugin that a reference at `path` leads to, if it can be used as `role`; says so where it cannot. */
  resolve(name: string, role: Role, path: Path): Instance | undefined {
    this.used.add(name);
    const instance = this.plugins.get(name);
    if (instance === undefined) {
      this.undefinedReference(name, path, this.all(role));
      return undefined;
    }
    if (instance.is === undefined || instance.is.is.includes(role)) return instance;
    const message = `plugin ${name} is ${listed(instance.is.is.map(withArticle))}, where ${withArticle(role)} is expected`;
    const others = this.all(role).map((other) => other.name);
    const remedy = others.length > 0 ? `write ${listed(others, 'or')}` : `add ${withArticle(role)} to plugins`;
    this.report('LLMD-EPP-CONFIG-REFERENCE', path, message, remedy);
    return undefined;
  }

  /** Says that a reference leads nowhere, and to which of the candidates it could lead. */
  undefinedReference(name: string, path: Path, candidates: Iterable<Instance> = this.plugins.values()): void {
    const names = [...candidates].filter((instance) => instance.path !== undefined).map((instance) => instance.name);
    if (name === '') {
      const remedy = names.length > 0 ? `write ${listed(names, 'or')}` : 'add a plugin to plugins, and write its name';
      this.report('LLMD-EPP-CONFIG-REFERENCE', path, 'it refers to no plugin', remedy);
      return;
    }
    const known = names.length > 0 ? `, but ${listed(names)}` : '';
    const meant = nearest(name, names);
    const added = Object.hasOwn(this.catalogue, name) ? `a plugin of type ${name} to plugins` : 'it to plugins';
    const remedy = meant ? `write ${meant}` : `add ${added}, or write another name`;
    this.report('LLMD-EPP-CONFIG-REFERENCE', path, `there is no plugin ${name}${known}`, remedy);
  }
}

function withArticle(role: Role): string {
  return `${/^[aeio]/.test(role) ? 'an' : 'a'} ${role}`;
}
