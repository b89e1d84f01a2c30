import type { Path } from '../../finding';
import type { Role } from '../catalogue/plugin-type';
import type { Catalogue, PluginType } from '../catalogue/plugin-type';
import { closest } from '../closest';
import type { Report } from '../problem';

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
    const message = `plugin ${name} is a ${instance.is.is.join(' and a ')} (type ${instance.type}), expected a ${role}`;
    this.report('LLMD-EPP-CONFIG-REFERENCE', path, message, remedy(name, this.all(role), role));
    return undefined;
  }

  undefinedReference(name: string, path: Path, candidates: Iterable<Instance> = this.plugins.values()): void {
    const written = [...candidates].filter((instance) => instance.path !== undefined).map((instance) => instance.name);
    const known = written.length > 0 ? `, but ${written.join(', ')}` : '';
    const message = name === '' ? 'it refers to no plugin' : `there is no plugin ${name}${known}`;
    const meant = closest(name, written);
    const add = name in this.catalogue ? `add a plugin of type ${name}` : 'add it to plugins';
    this.report('LLMD-EPP-CONFIG-REFERENCE', path, message, meant ? `write ${meant}` : add);
  }
}

function remedy(name: string, candidates: readonly Instance[], role: Role): string {
  const names = candidates.map((candidate) => candidate.name);
  return names.length > 0
    ? `refer to ${names.join(' or ')}`
    : `add a ${role} to plugins, and refer to it instead of ${name}`;
}

/** What one release does with a part of the configuration. */
export type Step = (load: Load) => void;
