import type { PluginTypes } from '../../plugins/plugin-type';
import { dataLayer, producers } from './data';
import { flowControl, parsers, requestControl } from './requests';
import { filters, handlers, pickers, scorers } from './scheduling';

/**
 * The plugin types of llm-d/llm-d-router v0.10.0: cmd/epp/runner/runner.go registerInTreePlugins, and the factory of
 * each. Only the source was read, the program did not run here: a parameter of which the source does
 * not show the limits is `any` or has no constraint.
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
