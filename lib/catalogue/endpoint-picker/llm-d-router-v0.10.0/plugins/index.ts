import type { PluginTypes } from '../../plugins/plugin-type';
import { dataLayer, producers } from './data';
import { flowControl, parsers, requestControl } from './requests';
import { filters, handlers, pickers, scorers } from './scheduling';

/**
 * The plugin types of llm-d/llm-d-router v0.10.0: cmd/epp/runner/runner.go registerInTreePlugins, and the factory of
 * each. There is no program to ask, so what is not known for sure is left open rather than refused.
 */
export const plugins = {
  ...filters,
  ...scorers,
  ...pickers,
  ...handlers,
  ...producers,
  ...dataLayer,
  ...requestControl,
  ...flowControl,
  ...parsers,
} satisfies PluginTypes;
