import type { Path } from '../../text/path';
import { listed } from '../../text/wording';
import type { Instance, Load } from './load';

export interface Source {
  readonly pluginRef?: string;
  readonly extractors?: readonly { readonly pluginRef?: string }[];
}

/** A source of the data layer whose references are right. */
export interface Reader {
  readonly source: Instance;
  readonly extractors: readonly { readonly extractor: Instance; readonly path: Path }[];
  readonly path: Path;
}

/** Finds the plugin that an extractor's reference leads to. */
type FindExtractor = (name: string, path: Path) => Instance | undefined;

/** Follows the references of the data layer. */
export function resolveSources(
  load: Load,
  sources: readonly Source[],
  path: Path,
  findExtractor: FindExtractor = (name, place) => load.resolve(name, 'extractor', place),
): Reader[] {
  return sources.flatMap(({ pluginRef = '', extractors = [] }, index) => {
    const at = [...path, index];
    const source = load.resolve(pluginRef, 'data source', [...at, 'pluginRef']);
    const resolved = extractors.flatMap(({ pluginRef: name = '' }, position) => {
      const place = [...at, 'extractors', position, 'pluginRef'];
      const extractor = findExtractor(name, place);
      return extractor === undefined ? [] : [{ extractor, path: place }];
    });
    return source === undefined ? [] : [{ source, extractors: resolved, path: at }];
  });
}

/** Whether each extractor can read its source. Source: pkg/epp/datalayer, on the way to the start of the manager. */
export function checkReaders({ report }: Load, readers: readonly Reader[]): void {
  const kinds = new Set<string>();
  for (const { source, extractors, path } of readers) {
    for (const { extractor, path: place } of extractors) {
      const { reads } = extractor.is ?? {};
      if (reads === undefined || source.is === undefined || reads.includes(source.type)) continue;
      const wanted = reads.length > 0 ? `what ${listed(reads)} say` : 'no source of this release';
      const message = `${extractor.name} (type ${extractor.type}) cannot read ${source.type}: it reads ${wanted}`;
      report('LLMD-EPP-CONFIG-SOURCES', place, message, 'put it under the source that it reads, or take it away');
    }
    const kind = watchedKind(source);
    if (kind === undefined) continue;
    if (kinds.has(kind)) {
      const message = `another source watches ${kind} already`;
      report('LLMD-EPP-CONFIG-SOURCES', [...path, 'pluginRef'], message, 'keep one source for each kind of object');
    }
    kinds.add(kind);
  }
}

function watchedKind({ type, parameters }: Instance): string | undefined {
  if (type !== 'k8s-notification-source') return undefined;
  const { group = '', version, kind } = parameters;
  return `${kind} (${group === '' ? version : `${group}/${version}`})`;
}

/** GAIE v1.4.0 takes every source, and every extractor of a source, once. */
export function checkOnce({ report }: Load, readers: readonly Reader[]): void {
  const once = (names: Set<string>, name: string, path: Path) => {
    if (names.has(name)) report('LLMD-EPP-CONFIG-SOURCES', path, `${name} is there twice`, 'keep one of them');
    names.add(name);
  };
  const sources = new Set<string>();
  const extractorsOf = new Map<string, Set<string>>();
  for (const { source, extractors, path } of readers) {
    const seen = extractorsOf.get(source.name) ?? new Set();
    extractorsOf.set(source.name, seen);
    for (const { extractor, path: place } of extractors) once(seen, extractor.name, place);
    once(sources, source.name, [...path, 'pluginRef']);
  }
}
