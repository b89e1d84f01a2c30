import type { Load } from './load';

const DEFAULT = 'openai-parser';

/** Finds the one parser of GAIE v1.5.0, or adds it. Source: loader/defaults.go ensureParser. */
export function checkParser(load: Load): void {
  const { pluginRef = '' } = load.config.parser ?? { pluginRef: DEFAULT };
  if (!load.plugins.has(pluginRef)) load.addDefault(DEFAULT);
  load.resolve(pluginRef, 'parser', ['parser', 'pluginRef']);
}
