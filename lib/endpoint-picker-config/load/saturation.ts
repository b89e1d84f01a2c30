import type { Path } from '../../text/path';
import type { Load } from './load';

const DEFAULT = 'utilization-detector';

/** Finds the saturation detector, or adds one. Source: loader/defaults.go ensureSaturationDetector. */
export function checkSaturationDetector(load: Load, section: { pluginRef?: string } | undefined, path: Path): void {
  const name = section?.pluginRef || DEFAULT;
  if (name === DEFAULT && !load.plugins.has(name)) load.addDefault(DEFAULT);
  load.resolve(name, 'saturation detector', [...path, 'pluginRef']);
}
