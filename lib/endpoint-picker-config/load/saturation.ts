import type { Path } from '../../text/path';
import type { ConfigLoader } from './config-loader';

const DEFAULT = 'utilization-detector';

/** Finds the saturation detector, or adds one. Source: loader/defaults.go ensureSaturationDetector. */
export function checkSaturationDetector(
  loader: ConfigLoader,
  section: { pluginRef?: string } | undefined,
  path: Path,
): void {
  const name = section?.pluginRef || DEFAULT;
  if (name === DEFAULT && !loader.plugins.has(name)) loader.addDefault(DEFAULT);
  loader.resolve(name, 'saturation detector', [...path, 'pluginRef']);
}
