import type { Path } from '../../text/path';
import { listed } from '../../text/wording';
import type { Instance, ConfigLoader } from './config-loader';

export interface Source {
  readonly pluginRef?: string;
  readonly extractors?: readonly { readonly pluginRef?: string }[];
}

/** A source of the data layer, with the extractors that read it. */
export interface Reader {
  readonly source: Instance;
  readonly extractors: readonly { readonly extractor: Instance; readonly path: Path }[];
  readonly path: Path;
}

/** Finds the plugin that an extractor's reference leads to. */
type FindExtractor = (name: string, path: Path) => Instance | undefined;

/** Follows the references of the data layer. */
export function resolveSources(
  loader: ConfigLoader,
  sources: readonly Source[],
  path: Path,
  findExtractor: FindExtractor = (name, place) => loader.resolve(name, 'extractor', place),
): Reader[] {
  return sources.flatMap(({ pluginRef = '', extractors = [] }, index) => {
    const at = [...path, index];
    const source = loader.resolve(pluginRef, 'data source', [...at, 'pluginRef']);
    const resolved = extractors.flatMap(({ pluginRef: name = '' }, position) => {
      const place = [...at, 'extractors', position, 'pluginRef'];
      const extractor = findExtractor(name, place);
      return extractor === undefined ? [] : [{ extractor, path: place }];
    });
    return source === undefined ? [] : [{ source, extractors: resolved, path: at }];
  });
}

/** Whether each extractor can read its source. Source: pkg/epp/datalayer, on the way to the start of the manager. */
export function checkReaders({ report }: ConfigLoader, readers: readonly Reader[]): void {
  const kinds = new Set<string>();
  for (const { source, extractors, path } of readers) {
    for (const { extractor, path: place } of extractors) {
      const { sourceTypes } = extractor.type ?? {};
      if (sourceTypes === undefined || source.type === undefined || sourceTypes.includes(source.typeName)) continue;
      const wanted = sourceTypes.length > 0 ? `what ${listed(sourceTypes)} say` : 'no source of this release';
      const message = `${extractor.name} (type ${extractor.typeName}) cannot read ${source.typeName}: it reads ${wanted}`;
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

function watchedKind({ typeName, parameters }: Instance): string | undefined {
  if (typeName !== 'k8s-notification-source') return undefined;
  const { group = '', version, kind } = parameters;
  return `${kind} (${group === '' ? version : `${group}/${version}`})`;
}

/** GAIE v1.4.0 takes every source, and every extractor of a source, once. */
export function checkOnce({ report }: ConfigLoader, readers: readonly Reader[]): void {
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
