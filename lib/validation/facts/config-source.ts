import { lineAt } from '../../text/line-starts';
import type { Path } from '../../text/path';
import type { Resource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import { mountedFile } from './mounted-files';
import type { PickerCommand } from './picker-commands';

/** The text of a configuration, and where it stands. */
export interface ConfigSource {
  readonly resource: Resource;
  readonly path: Path;
  readonly text: string;
}

/** The configuration that a command line names; undefined where the set does not have it. */
export function configSourceOf(set: ResourceSet, command: PickerCommand): ConfigSource | undefined {
  const text = command.text('config-text');
  if (text) return { ...command.valueAt('config-text'), text };
  const file = command.text('config-file');
  const mounted = file ? mountedFile(set, command.picker.container, file) : undefined;
  if (mounted?.state !== 'found') return undefined;
  return { resource: mounted.configMap, path: ['data', mounted.key], text: mounted.text };
}

/** The line of its scalar with which a text begins: the scalar may begin with a flag or be a shell script. */
export function firstLineIn({ resource, path, text }: ConfigSource): number | undefined {
  const scalar: unknown = path.reduce<any>((value, step) => value?.[step], resource.object);
  const start = typeof scalar === 'string' ? scalar.indexOf(text) : -1;
  return start === -1 ? undefined : lineAt(scalar as string, start);
}
