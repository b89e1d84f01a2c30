import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Fields of a rule that are prose or examples: nothing can break when they change. */
const PROSE = new Set(['title', 'why', 'examples']);

/** Keeps Stryker from changing them. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'rule-docs', {
    shouldIgnore(path) {
      if (path.isObjectProperty() && PROSE.has(path.node.key.name)) {
        return 'prose and examples';
      }
    },
  }),
];
