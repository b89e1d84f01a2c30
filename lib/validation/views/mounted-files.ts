import { posix } from 'node:path';
import type { Path } from '../finding';
import type { Resource } from '../resource';
import type { ResourceSet } from '../resource-set';
import type { Container } from './pods';

/** What lies at a path of a container, as far as the set tells. */
export type MountedFile =
  | { readonly state: 'found'; readonly configMap: Resource; readonly key: string; readonly text: string }
  /** ConfigMaps of the set are mounted there, and none has such a file. */
  | { readonly state: 'missing'; readonly configMaps: readonly Resource[]; readonly files: readonly string[] }
  /** Nothing is mounted there: it would be a file of the image. */
  | { readonly state: 'image' }
  /** The path is a directory that ConfigMaps are mounted on. */
  | { readonly state: 'directory'; readonly files: readonly string[] }
  /** A Secret, a claim, a ConfigMap of the cluster, … */
  | { readonly state: 'unknown' };

/** A ConfigMap of a volume, and which of its keys are files. */
interface Source {
  readonly name?: string;
  readonly items?: readonly { readonly key?: string; readonly path?: string }[];
}

/** Looks for a file among the ConfigMaps that are mounted into a container. */
export function mountedFile(set: ResourceSet, { container, pod }: Container, path: string): MountedFile {
  const wanted = posix.resolve('/', container.workingDir ?? '/', path);
  const mount = innermost(container.volumeMounts ?? [], wanted);
  if (mount === undefined) return { state: 'image' };
  const volume = (pod.spec.volumes ?? []).find(({ name }: any) => name === mount.name);
  const sources = sourcesOf(volume);
  if (sources === undefined || mount.subPathExpr !== undefined) return { state: 'unknown' };
  const files = sources.map((source) => filesOf(set, pod.namespace, source));
  const known = files.filter((list) => list !== undefined).flat();
  const inVolume = posix
    .join('/', mount.subPath ?? '', posix.relative(posix.resolve('/', mount.mountPath), wanted))
    .slice(1);
  const found = known.find((file) => file.path === inVolume);
  if (found !== undefined) return fileState(found);
  if (files.includes(undefined)) return { state: 'unknown' };
  const paths = known.map((file) => file.path);
  if (inVolume === '' || paths.some((other) => other.startsWith(`${inVolume}/`)))
    return { state: 'directory', files: paths };
  return { state: 'missing', configMaps: [...new Set(known.map(({ configMap }) => configMap))], files: paths };
}

function innermost(mounts: readonly any[], path: string): any {
  return mounts
    .filter(({ mountPath = '/' }) => {
      const relative = posix.relative(posix.resolve('/', mountPath), path);
      return relative !== '..' && !relative.startsWith('../');
    })
    .sort((one, other) => posix.resolve('/', other.mountPath).length - posix.resolve('/', one.mountPath).length)[0];
}

/** The ConfigMaps of a volume; undefined where the volume is, or may be, something else. */
function sourcesOf(volume: any): readonly Source[] | undefined {
  if (volume?.configMap !== undefined) return [volume.configMap];
  const sources: any[] | undefined = volume?.projected?.sources;
  // What a token or a field of the pod adds has a path of its own, which is not looked for here.
  return sources?.every(({ secret }) => secret === undefined) === true
    ? sources.flatMap(({ configMap }) => configMap ?? [])
    : undefined;
}

interface File {
  readonly path: string;
  readonly configMap: Resource;
  readonly key: string;
}

/** The files of a ConfigMap; undefined for one that is not in the set. */
function filesOf(set: ResourceSet, namespace: string, { name = '', items }: Source): readonly File[] | undefined {
  const configMap = set.find({ group: '', kind: 'ConfigMap', namespace, name });
  if (configMap === undefined) return undefined;
  const keys = Object.keys({ ...configMap.object.data, ...configMap.object.binaryData });
  if (items === undefined || items.length === 0) return keys.map((key) => ({ path: key, configMap, key }));
  return items
    .filter(({ key = '' }) => keys.includes(key))
    .map(({ key = '', path = '' }) => ({ path: posix.normalize(path), configMap, key }));
}

function fileState({ configMap, key }: File): MountedFile {
  const text: string | undefined = configMap.object.data?.[key];
  return text === undefined ? { state: 'unknown' } : { state: 'found', configMap, key, text };
}

/** Where the text of a file stands. */
export function textPath(key: string): Path {
  return ['data', key];
}
