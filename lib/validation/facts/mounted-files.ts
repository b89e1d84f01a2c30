import { posix } from 'node:path';
import type { Resource } from '../../api-server/resource';
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
  const mounted = sources.map((source) => configMapOf(set, pod.namespace, source));
  const known = mounted.filter((configMap) => configMap !== undefined);
  const files = sources.flatMap((source, index) => (mounted[index] ? filesOf(mounted[index], source) : []));
  const inVolume = posix
    .join('/', mount.subPath ?? '', posix.relative(posix.resolve('/', mount.mountPath), wanted))
    .slice(1);
  const found = files.find((file) => file.path === inVolume);
  if (found !== undefined) return fileState(found);
  if (known.length < mounted.length) return { state: 'unknown' };
  const paths = files.map((file) => file.path);
  const isDirectory = inVolume === '' || paths.some((other) => other.startsWith(`${inVolume}/`));
  if (isDirectory) return { state: 'directory', files: paths };
  return { state: 'missing', configMaps: known, files: paths };
}

function innermost(mounts: readonly any[], path: string): any {
  return mounts
    .filter(({ mountPath }) => mountPath !== undefined && isWithin(posix.resolve('/', mountPath), path))
    .sort((one, other) => posix.resolve('/', other.mountPath).length - posix.resolve('/', one.mountPath).length)[0];
}

function isWithin(directory: string, path: string): boolean {
  const relative = posix.relative(directory, path);
  return relative !== '..' && !relative.startsWith('../');
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

/** Undefined for one that is not in the set. */
function configMapOf(set: ResourceSet, namespace: string, { name = '' }: Source): Resource | undefined {
  return set.find({ group: '', kind: 'ConfigMap', namespace, name });
}

function filesOf(configMap: Resource, { items }: Source): readonly File[] {
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
