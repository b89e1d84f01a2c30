import { checkReaders, resolveSources } from './data-layer';
import { checkFlowControl, makePolicies } from './flow-control';
import type { Instance, Load } from './load';
import { checkParser } from './parsers';
import { decodeParameters, type GivenParameters, reportIgnored } from './plugins';
import { checkProfiles, makeProfiles } from './profiles';
import { checkSaturationDetector } from './saturation';

/** What GAIE v1.5.0 does with its plugins. Source: pkg/epp/config/loader, cmd/epp/runner/runner.go. */
export function loadGaieV150(load: Load, gates: ReadonlySet<string>): void {
  makePrefixProducer(load);
  makeProfiles(load);
  makePolicies(load);
  checkParser(load);
  checkSaturationDetector(load, load.config.saturationDetector, ['saturationDetector']);
  const usesDataLayer = !gates.has('enableLegacyMetrics');
  if (usesDataLayer) makeMetricsSource(load);
  checkProfiles(load);
  if (usesDataLayer) checkDataLayer(load);
  checkFlowControl(load, gates.has('flowControl'), ['defaultPriorityBand']);
  checkInFlightLoad(load);
}

const SCORER = 'prefix-cache-scorer';
const PRODUCER = 'approx-prefix-cache-producer';

/** Prefix cache scorers bring a producer along, which profiles do not see, and the last one gives it its parameters. */
function makePrefixProducer(load: Load): void {
  const instances = [...load.plugins.values()];
  const scorers = instances.filter(({ type }) => type === SCORER);
  const last = instances.some(({ type }) => type === PRODUCER) ? undefined : scorers.pop();
  for (const scorer of scorers) reportIgnored(load.report, givenTo(load, scorer));
  if (last === undefined) return;
  const is = load.catalogue[PRODUCER];
  const { given, path } = givenTo(load, last);
  const parameters = decodeParameters(given, is, is.parameters!, path, { ...load, type: SCORER, strict: false });
  load.plugins.set(PRODUCER, { name: PRODUCER, type: PRODUCER, is, parameters });
}

function givenTo({ config }: Load, { path, type }: Instance): GivenParameters {
  const [, index] = path as [string, number];
  return { given: config.plugins[index].parameters, type, path: [...path!, 'parameters'] };
}

const METRICS_SOURCE = 'metrics-data-source';
const METRICS_EXTRACTOR = 'core-metrics-extractor';

function makeMetricsSource(load: Load): void {
  if (load.config.dataLayer !== undefined) return;
  for (const type of [METRICS_SOURCE, METRICS_EXTRACTOR]) if (!load.plugins.has(type)) load.addDefault(type);
}

function checkDataLayer(load: Load): void {
  const { config, report } = load;
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
  checkReaders(load, resolveSources(load, sources, ['dataLayer', 'sources']));
}

/**
 * This release compares what one plugin writes with what another reads by address, so that for the one type that both
 * speak of as a pointer no two plugins ever agree. Source: pkg/epp/datalayer/data_graph.go buildDAG.
 */
function checkInFlightLoad(load: Load): void {
  const instances = [...load.plugins.values()];
  const producer = instances.find(({ is }) => is?.produces?.includes('InFlightLoad'));
  const consumer = instances.find(({ is }) => is?.consumes?.includes('InFlightLoad'));
  if (producer === undefined || consumer === undefined) return;
  const message = `${consumer.name} (type ${consumer.type}) and ${producer.name} (type ${producer.type}) cannot be together in this release, which takes what they share for two things`;
  load.report(
    'LLMD-EPP-CONFIG-DATA',
    producer.path ?? ['plugins'],
    message,
    'take one of them away, or use llm-d-router',
  );
}
