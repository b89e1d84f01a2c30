import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Fields of a rule that are documentation: a change of them changes no behaviour. */
const PROSE = new Set(['title', 'why']);

/** Keeps Stryker from changing them. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'rule-docs', {
    shouldIgnore(path) {
      if (path.isObjectProperty() && PROSE.has(path.node.key.name)) {
        return 'documentation';
      }
    },
  }),
];
