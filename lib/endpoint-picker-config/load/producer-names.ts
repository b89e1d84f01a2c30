import type { ConfigLoader } from './config-loader';

/** Producers that the endpoint picker adds where a plugin needs their data and no plugin produces them. */
const ADDED_BY_DEFAULT: readonly string[] = [
  'approx-prefix-cache-producer',
  'inflight-load-producer',
  'mm-embeddings-cache-producer',
  'predicted-latency-producer',
  'token-producer',
];

/**
 * Data have two names, their own and their producer's, and a plugin that wants the data of a producer that is not
 * there keeps the endpoint picker from starting. Source: pkg/epp/datalayer/data_graph.go CreateMissingDataProducers.
 */
export function checkProducerNames(loader: ConfigLoader): void {
  for (const { parameters, path } of loader.plugins.values()) {
    for (const [field, name] of Object.entries<string>(parameters)) {
      if (!/producerName$/i.test(field) || name === '') continue;
      loader.used.add(name);
      if (loader.plugins.has(name) || ADDED_BY_DEFAULT.includes(name)) continue;
      const message = `there is no plugin ${name} that would produce what this one needs`;
      loader.report(
        'LLMD-EPP-CONFIG-DATA',
        [...path!, 'parameters', field],
        message,
        'name a producer of plugins, or add it',
      );
    }
  }
}
