import { references } from '../../references/references';
import { isSelection } from '../../references/reference';
import { listed } from '../../../text/wording';
import { showResource } from '../../../api-server/resource';
import type { Rule } from '../../rule';

export const CONFIG_MAP_KEY: Rule = {
  code: 'LLMD-CONFIG-MAP-KEY',
  severity: 'error',
  title: 'A key that a pod asks for is in the ConfigMap',
  why: 'The pod waits as it does for a ConfigMap that is missing, and its events name the key.',
  *check(set) {
    for (const { from, to, keys = [], optional = false } of set.view(references)) {
      if (isSelection(to) || to.kind !== 'ConfigMap' || optional) continue;
      const configMap = set.find(to);
      if (configMap === undefined) continue;
      const { data = {}, binaryData = {} } = configMap.object;
      const present = [...Object.keys(data), ...Object.keys(binaryData)];
      for (const { name, path } of keys) {
        if (present.includes(name)) continue;
        yield {
          resource: from,
          path,
          message: `${showResource(configMap)} has no key ${name}; it has ${listed(present) || 'none'}`,
          remedy: 'name a key of the ConfigMap, or add it there',
        };
      }
    }
  },
};
