import { checkOnce, checkReaders, type Reader, resolveSources } from './data-layer';
import { checkFlowControl, makePolicies } from './flow-control';
import type { ConfigLoader } from './config-loader';
import { checkProfiles, makeProfiles } from './profiles';

/** What GAIE v1.4.0 does with its plugins. Source: pkg/epp/config/loader, cmd/epp/runner/runner.go. */
export function loadGaieV140(loader: ConfigLoader, gates: ReadonlySet<string>): void {
  makeProfiles(loader);
  makePolicies(loader);
  checkProfiles(loader);
  checkDataLayer(loader, gates.has('dataLayer'));
  checkFlowControl(loader, gates.has('flowControl'), ['defaultPriorityBand']);
}

function checkDataLayer(loader: ConfigLoader, isOpen: boolean): void {
  const { config, report } = loader;
  const sources = config.data?.sources;
  if (isOpen && (sources?.length ?? 0) === 0) {
    const path = config.data === undefined ? ['featureGates'] : ['data'];
    const message = 'the feature gate dataLayer is open, and data.sources is empty';
    // An empty list it notices later than a missing one.
    const code = sources === undefined ? 'LLMD-EPP-CONFIG-DATA-LAYER' : 'LLMD-EPP-CONFIG-SOURCES';
    report(code, path, message, 'add a source to data.sources, or close the gate');
  }
  const readers = resolveSources(loader, sources ?? [], ['data', 'sources']);
  checkReaders(loader, readers);
  checkOnce(loader, readers);
  if (!isOpen) refuseMetrics(loader, readers);
}

/** Without the gate the endpoint picker collects metrics itself, and refuses an extractor that would do it too. */
function refuseMetrics({ report }: ConfigLoader, readers: readonly Reader[]): void {
  for (const { extractor, path } of readers.flatMap(({ extractors }) => extractors)) {
    if (extractor.typeName !== 'model-server-protocol-metrics') continue;
    const message = `${extractor.name} (type ${extractor.typeName}) needs the feature gate dataLayer`;
    report('LLMD-EPP-CONFIG-SOURCES', path, message, 'add dataLayer to featureGates, or take the extractor away');
  }
}
