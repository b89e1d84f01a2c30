import { readConfig } from '../../endpoint-picker-config/read-config';
import type { Path } from '../../text/path';
import type { Resource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import { configSourceOf, firstLineIn } from './config-source';
import { endpointPickers } from './endpoint-pickers';
import { membersOf } from './members';
import { type PickerCommand, pickerCommands } from './picker-commands';
import type { PodTemplate } from './pod-template';
import { poolOfPicker } from './pool-of-picker';

/** A configuration that an endpoint picker of the set loads, and the pods that it chooses from. */
export interface LoadedConfig {
  readonly command: PickerCommand;
  readonly resource: Resource;
  /** Where its text stands in the resource. */
  readonly path: Path;
  /** An object, whose fields may be of any type. */
  readonly config: any;
  /** The pool; for a picker without one the workload that it runs in. */
  readonly pool: Resource;
  /** The pods of the pool, endpoint pickers not included. */
  readonly pods: readonly PodTemplate[];
  /** The line of a place in the scalar of the resource; undefined where that is not known. */
  readonly lineOf: (path: Path) => number | undefined;
}

/** Every configuration that an endpoint picker of the set loads for pods of the set, whatever its release. */
export function loadedConfigs(set: ResourceSet): readonly LoadedConfig[] {
  const pickers = new Set(set.view(endpointPickers).map(({ pod }) => pod));
  return set.view(pickerCommands).flatMap((command) => {
    const { picker } = command;
    const source = configSourceOf(set, command);
    const identity = poolOfPicker(set, picker);
    const pool = identity === undefined ? picker.pod.resource : set.find(identity);
    if (source === undefined || pool === undefined) return [];
    const pods = membersOf(set, pool).flatMap(({ pod }) => (pickers.has(pod) ? [] : [pod]));
    const reading = readConfig(source.text);
    const config = reading.value;
    if (pods.length === 0 || typeof config !== 'object' || config === null) return [];
    const first = firstLineIn(source);
    const lineOf = (path: Path) => {
      const line = reading.lineOf(path);
      return first === undefined || line === undefined ? undefined : first - 1 + line;
    };
    return [{ command, ...source, config, pool, pods, lineOf }];
  });
}

/** The plugins of a configuration, by name. */
export function pluginsOf({ config }: LoadedConfig): ReadonlyMap<string, any> {
  return new Map(
    objectsIn(config.plugins).flatMap((plugin): [string, any][] => {
      const name: unknown = plugin.name || plugin.type;
      return typeof name === 'string' ? [[name, plugin]] : [];
    }),
  );
}

/** The objects of a list; nothing where it is none. */
export function objectsIn(list: unknown): readonly any[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === 'object' && item !== null) : [];
}
