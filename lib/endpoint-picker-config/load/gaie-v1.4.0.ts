import { checkOnce, checkReaders, type Reader, resolveSources } from './data-layer';
import { checkFlowControl, makePolicies } from './flow-control';
import type { Load } from './load';
import { checkProfiles, makeProfiles } from './profiles';

/** What GAIE v1.4.0 does with its plugins. Source: pkg/epp/config/loader, cmd/epp/runner/runner.go. */
export function loadGaieV140(load: Load, gates: ReadonlySet<string>): void {
  makeProfiles(load);
  makePolicies(load);
  checkProfiles(load);
  checkDataLayer(load, gates.has('dataLayer'));
  checkFlowControl(load, gates.has('flowControl'), ['defaultPriorityBand']);
}

function checkDataLayer(load: Load, isOpen: boolean): void {
  const { config, report } = load;
  const sources = config.data?.sources;
  if (isOpen && (sources?.length ?? 0) === 0) {
    const path = config.data === undefined ? ['featureGates'] : ['data'];
    const message = 'the feature gate dataLayer is open, and data.sources is empty';
    // An empty list it notices later than a missing one.
    const code = sources === undefined ? 'LLMD-EPP-CONFIG-DATA-LAYER' : 'LLMD-EPP-CONFIG-SOURCES';
    report(code, path, message, 'add a source to data.sources, or close the gate');
  }
  const readers = resolveSources(load, sources ?? [], ['data', 'sources']);
  checkReaders(load, readers);
  checkOnce(load, readers);
  if (!isOpen) refuseMetrics(load, readers);
}

/** Without the gate the endpoint picker collects metrics itself, and wants nobody else to. */
function refuseMetrics({ report }: Load, readers: readonly Reader[]): void {
  for (const { extractor, path } of readers.flatMap(({ extractors }) => extractors)) {
    if (extractor.type !== 'model-server-protocol-metrics') continue;
    const message = `${extractor.name} (type ${extractor.type}) needs the feature gate dataLayer`;
    report('LLMD-EPP-CONFIG-SOURCES', path, message, 'add dataLayer to featureGates, or take the extractor away');
  }
}
