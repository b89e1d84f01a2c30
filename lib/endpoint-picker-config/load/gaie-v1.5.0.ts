import { checkReaders, resolveSources } from './data-layer';
import { checkFlowControl, makePolicies } from './flow-control';
import type { Instance, ConfigLoader } from './config-loader';
import { checkParser } from './parsers';
import { decodeParameters, type GivenParameters, reportIgnored } from './plugins';
import { checkProfiles, makeProfiles } from './profiles';
import { checkSaturationDetector } from './saturation';

/** What GAIE v1.5.0 does with its plugins. Source: pkg/epp/config/loader, cmd/epp/runner/runner.go. */
export function loadGaieV150(loader: ConfigLoader, gates: ReadonlySet<string>): void {
  makePrefixProducer(loader);
  makeProfiles(loader);
  makePolicies(loader);
  checkParser(loader);
  checkSaturationDetector(loader, loader.config.saturationDetector, ['saturationDetector']);
  const usesDataLayer = !gates.has('enableLegacyMetrics');
  if (usesDataLayer) makeMetricsSource(loader);
  checkProfiles(loader);
  if (usesDataLayer) checkDataLayer(loader);
  checkFlowControl(loader, gates.has('flowControl'), ['defaultPriorityBand']);
  checkInFlightLoad(loader);
}

const SCORER = 'prefix-cache-scorer';
const PRODUCER = 'approx-prefix-cache-producer';

/** Prefix cache scorers bring a producer along, which profiles do not see, and the last one gives it its parameters. */
function makePrefixProducer(loader: ConfigLoader): void {
  const instances = [...loader.plugins.values()];
  const scorers = instances.filter(({ typeName }) => typeName === SCORER);
  const last = instances.some(({ typeName }) => typeName === PRODUCER) ? undefined : scorers.pop();
  for (const scorer of scorers) reportIgnored(loader.report, givenTo(loader, scorer));
  if (last === undefined) return;
  const type = loader.types[PRODUCER];
  const { given, path } = givenTo(loader, last);
  const parameters = decodeParameters(given, type, type.parameters!, path, {
    ...loader,
    typeName: SCORER,
    strict: false,
  });
  loader.plugins.set(PRODUCER, { name: PRODUCER, typeName: PRODUCER, type, parameters });
}

function givenTo({ config }: ConfigLoader, { path, typeName }: Instance): GivenParameters {
  const [, index] = path as [string, number];
  return { given: config.plugins[index].parameters, typeName, path: [...path!, 'parameters'] };
}

const METRICS_SOURCE = 'metrics-data-source';
const METRICS_EXTRACTOR = 'core-metrics-extractor';

function makeMetricsSource(loader: ConfigLoader): void {
  if (loader.config.dataLayer !== undefined) return;
  for (const type of [METRICS_SOURCE, METRICS_EXTRACTOR]) if (!loader.plugins.has(type)) loader.addDefault(type);
}

function checkDataLayer(loader: ConfigLoader): void {
  const { config, report } = loader;
  const byDefault = [{ pluginRef: METRICS_SOURCE, extractors: [{ pluginRef: METRICS_EXTRACTOR }] }];
  const sources = config.dataLayer === undefined ? byDefault : (config.dataLayer.sources ?? []);
  if (sources.length === 0) {
    const message = 'dataLayer has no sources, and the endpoint picker cannot do without metrics';
    report(
      'LLMD-EPP-CONFIG-SOURCES',
      ['dataLayer'],
      message,
      'add a source, or take dataLayer away for the default one',
    );
  }
  checkReaders(loader, resolveSources(loader, sources, ['dataLayer', 'sources']));
}

/**
 * This release compares what one plugin writes with what another reads by address, so that for the one type that both
 * speak of as a pointer no two plugins ever agree. Source: pkg/epp/datalayer/data_graph.go buildDAG.
 */
function checkInFlightLoad(loader: ConfigLoader): void {
  const instances = [...loader.plugins.values()];
  const producer = instances.find(({ type }) => type?.produces?.includes('InFlightLoad'));
  const consumer = instances.find(({ type }) => type?.consumes?.includes('InFlightLoad'));
  if (producer === undefined || consumer === undefined) return;
  const message = `${consumer.name} (type ${consumer.typeName}) and ${producer.name} (type ${producer.typeName}) cannot be together in this release, which takes what they share for two things`;
  loader.report(
    'LLMD-EPP-CONFIG-DATA',
    producer.path ?? ['plugins'],
    message,
    'take one of them away, or use llm-d-router',
  );
}
