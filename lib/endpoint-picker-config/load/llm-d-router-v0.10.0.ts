import type { Path } from '../../text/path';
import { checkReaders, type Reader, resolveSources, type Source } from './data-layer';
import { checkDisaggregation } from './disaggregation';
import { checkFlowControl, makePolicies } from './flow-control';
import type { ConfigLoader } from './config-loader';
import { checkProducerNames } from './producer-names';
import { checkProfiles, makeProfiles } from './profiles';
import { checkSaturationDetector } from './saturation';

/** What llm-d-router v0.10.0 does with its plugins. Source: pkg/epp/config/loader, cmd/epp/runner/runner.go. */
export function loadLlmdRouterV0100(loader: ConfigLoader, gates: ReadonlySet<string>): void {
  makeProfiles(loader);
  makePolicies(loader);
  checkParsers(loader);
  checkSaturation(loader);
  const sources = withMetricsSource(loader);
  checkProfiles(loader);
  checkDataLayer(loader, sources);
  checkFlowControl(loader, gates.has('flowControl'), ['defaultPriorityBand', 'defaultNegativePriorityBand']);
  checkDisaggregation(loader);
  checkProducerNames(loader);
}

const PARSERS = ['openai-parser', 'anthropic-parser', 'vllmhttp-parser'];

/** A reference to a parser may also name a type, of which a plugin is made then. */
function checkParsers(loader: ConfigLoader): void {
  const { requestHandler, parser } = loader.config;
  const written: [string, Path][] = (requestHandler?.parsers ?? []).map(
    ({ pluginRef = '' }: { pluginRef?: string }, index: number) => [
      pluginRef,
      ['requestHandler', 'parsers', index, 'pluginRef'],
    ],
  );
  if (parser !== undefined) {
    deprecate(loader, 'parser', 'write requestHandler.parsers');
    if (written.length === 0) written.push([parser.pluginRef ?? '', ['parser', 'pluginRef']]);
  }
  const used = written.length > 0 ? written : PARSERS.map((type): [string, Path] => [type, []]);
  for (const [name, path] of used) {
    if (!loader.plugins.has(name) && Object.hasOwn(loader.types, name)) loader.addDefault(name);
    loader.resolve(name, 'parser', path);
  }
}

function checkSaturation(loader: ConfigLoader): void {
  const { flowControl, saturationDetector } = loader.config;
  if (saturationDetector !== undefined) deprecate(loader, 'saturationDetector', 'write flowControl.saturationDetector');
  const inSection = flowControl?.saturationDetector;
  if (inSection !== undefined) checkSaturationDetector(loader, inSection, ['flowControl', 'saturationDetector']);
  else checkSaturationDetector(loader, saturationDetector, ['saturationDetector']);
}

function deprecate({ report }: ConfigLoader, section: string, remedy: string): void {
  report('LLMD-EPP-CONFIG-DEPRECATED', [section], `${section} at the top will be removed`, remedy);
}

const METRICS_SOURCE = 'metrics-data-source';
const METRICS_EXTRACTOR = 'core-metrics-extractor';

/** The sources, with the one of metrics that is added where none of its name is listed. */
function withMetricsSource(loader: ConfigLoader): readonly Source[] {
  const { injectDefaults = true, sources = [] }: { injectDefaults?: boolean; sources?: Source[] } =
    loader.config.dataLayer ?? {};
  if (!injectDefaults) {
    if (sources.length === 0) {
      const message = 'there are no sources, not even the default one, so that no metrics are collected';
      loader.report(
        'LLMD-EPP-CONFIG-METRICS',
        ['dataLayer', 'injectDefaults'],
        message,
        'add a source, or take injectDefaults away',
      );
    }
    return sources;
  }
  if (sources.some(({ pluginRef }) => pluginRef === METRICS_SOURCE)) return sources;
  const renamed = sources.findIndex(({ pluginRef = '' }) => loader.plugins.get(pluginRef)?.typeName === METRICS_SOURCE);
  if (renamed >= 0) {
    const message = `the plugin is not called ${METRICS_SOURCE}, so that a second source of metrics is added`;
    const path = ['dataLayer', 'sources', renamed, 'pluginRef'];
    loader.report(
      'LLMD-EPP-CONFIG-METRICS',
      path,
      message,
      `call it ${METRICS_SOURCE}, or write injectDefaults: false`,
    );
  }
  for (const type of [METRICS_SOURCE, METRICS_EXTRACTOR]) if (!loader.plugins.has(type)) loader.addDefault(type);
  return [...sources, { pluginRef: METRICS_SOURCE, extractors: [{ pluginRef: METRICS_EXTRACTOR }] }];
}

function checkDataLayer(loader: ConfigLoader, sources: readonly Source[]): void {
  const { discovery, crossReplicaSyncerPluginRef: syncer } = loader.config.dataLayer ?? {};
  checkReaders(loader, resolveReaders(loader, sources));
  if (discovery !== undefined)
    loader.resolve(discovery.pluginRef ?? '', 'discovery', ['dataLayer', 'discovery', 'pluginRef']);
  if (!syncer) return;
  loader.used.add(syncer);
  if (!loader.plugins.has(syncer)) loader.undefinedReference(syncer, ['dataLayer', 'crossReplicaSyncerPluginRef']);
}

/** Many plugins read notifications beside what they are for, so that here only their existence is certain. */
function resolveReaders(loader: ConfigLoader, sources: readonly Source[]): Reader[] {
  return resolveSources(loader, sources, ['dataLayer', 'sources'], (name, path) => {
    loader.used.add(name);
    const extractor = loader.plugins.get(name);
    if (extractor === undefined) loader.undefinedReference(name, path);
    return extractor;
  });
}
