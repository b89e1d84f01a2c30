import type { ConfigLoader } from './config-loader';

const DEFAULT = 'openai-parser';

/** Finds the one parser of GAIE v1.5.0, or adds it. Source: loader/defaults.go ensureParser. */
export function checkParser(loader: ConfigLoader): void {
  const { pluginRef = '' } = loader.config.parser ?? { pluginRef: DEFAULT };
  if (!loader.plugins.has(pluginRef)) loader.addDefault(DEFAULT);
  loader.resolve(pluginRef, 'parser', ['parser', 'pluginRef']);
}
