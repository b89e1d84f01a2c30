import type { Path } from '../../text/path';
import { checkReaders, type Reader, resolveSources, type Source } from './data-layer';
import { checkDisaggregation } from './disaggregation';
import { checkFlowControl, makePolicies } from './flow-control';
import type { Load } from './load';
import { checkProducerNames } from './producer-names';
import { checkProfiles, makeProfiles } from './profiles';
import { checkSaturationDetector } from './saturation';

/** What llm-d-router v0.10.0 does with its plugins. Source: pkg/epp/config/loader, cmd/epp/runner/runner.go. */
export function loadLlmdRouterV0100(load: Load, gates: ReadonlySet<string>): void {
  makeProfiles(load);
  makePolicies(load);
  checkParsers(load);
  checkSaturation(load);
  const sources = withMetricsSource(load);
  checkProfiles(load);
  checkDataLayer(load, sources);
  checkFlowControl(load, gates.has('flowControl'), ['defaultPriorityBand', 'defaultNegativePriorityBand']);
  checkDisaggregation(load);
  checkProducerNames(load);
}

const PARSERS = ['openai-parser', 'anthropic-parser', 'vllmhttp-parser'];

/** A reference to a parser may also name a type, of which a plugin is made then. */
function checkParsers(load: Load): void {
  const { requestHandler, parser } = load.config;
  const written: [string, Path][] = (requestHandler?.parsers ?? []).map(
    ({ pluginRef = '' }: { pluginRef?: string }, index: number) => [
      pluginRef,
      ['requestHandler', 'parsers', index, 'pluginRef'],
    ],
  );
  if (parser !== undefined) {
    deprecate(load, 'parser', 'write requestHandler.parsers');
    if (written.length === 0) written.push([parser.pluginRef ?? '', ['parser', 'pluginRef']]);
  }
  const used = written.length > 0 ? written : PARSERS.map((type): [string, Path] => [type, []]);
  for (const [name, path] of used) {
    if (!load.plugins.has(name) && Object.hasOwn(load.catalogue, name)) load.addDefault(name);
    load.resolve(name, 'parser', path);
  }
}

function checkSaturation(load: Load): void {
  const { flowControl, saturationDetector } = load.config;
  if (saturationDetector !== undefined) deprecate(load, 'saturationDetector', 'write flowControl.saturationDetector');
  const inSection = flowControl?.saturationDetector;
  if (inSection !== undefined) checkSaturationDetector(load, inSection, ['flowControl', 'saturationDetector']);
  else checkSaturationDetector(load, saturationDetector, ['saturationDetector']);
}

function deprecate({ report }: Load, section: string, remedy: string): void {
  report('LLMD-EPP-CONFIG-DEPRECATED', [section], `${section} at the top will be removed`, remedy);
}

const METRICS_SOURCE = 'metrics-data-source';
const METRICS_EXTRACTOR = 'core-metrics-extractor';

/** The sources, with the one of metrics that is added where none of its name is listed. */
function withMetricsSource(load: Load): readonly Source[] {
  const { injectDefaults = true, sources = [] }: { injectDefaults?: boolean; sources?: Source[] } =
    load.config.dataLayer ?? {};
  if (!injectDefaults) {
    if (sources.length === 0) {
      const message = 'there are no sources, not even the default one, so that nobody collects metrics';
      load.report(
        'LLMD-EPP-CONFIG-METRICS',
        ['dataLayer', 'injectDefaults'],
        message,
        'add a source, or take injectDefaults away',
      );
    }
    return sources;
  }
  if (sources.some(({ pluginRef }) => pluginRef === METRICS_SOURCE)) return sources;
  const renamed = sources.findIndex(({ pluginRef = '' }) => load.plugins.get(pluginRef)?.type === METRICS_SOURCE);
  if (renamed >= 0) {
    const message = `the plugin is not called ${METRICS_SOURCE}, so that a second source of metrics is added`;
    const path = ['dataLayer', 'sources', renamed, 'pluginRef'];
    load.report('LLMD-EPP-CONFIG-METRICS', path, message, `call it ${METRICS_SOURCE}, or write injectDefaults: false`);
  }
  for (const type of [METRICS_SOURCE, METRICS_EXTRACTOR]) if (!load.plugins.has(type)) load.addDefault(type);
  return [...sources, { pluginRef: METRICS_SOURCE, extractors: [{ pluginRef: METRICS_EXTRACTOR }] }];
}

function checkDataLayer(load: Load, sources: readonly Source[]): void {
  const { discovery, crossReplicaSyncerPluginRef: syncer } = load.config.dataLayer ?? {};
  checkReaders(load, resolveReaders(load, sources));
  if (discovery !== undefined)
    load.resolve(discovery.pluginRef ?? '', 'discovery', ['dataLayer', 'discovery', 'pluginRef']);
  if (!syncer) return;
  load.used.add(syncer);
  if (!load.plugins.has(syncer)) load.undefinedReference(syncer, ['dataLayer', 'crossReplicaSyncerPluginRef']);
}

/** Many plugins read notifications beside what they are for, so that here only their existence is certain. */
function resolveReaders(load: Load, sources: readonly Source[]): Reader[] {
  return resolveSources(load, sources, ['dataLayer', 'sources'], (name, path) => {
    load.used.add(name);
    const extractor = load.plugins.get(name);
    if (extractor === undefined) load.undefinedReference(name, path);
    return extractor;
  });
}
