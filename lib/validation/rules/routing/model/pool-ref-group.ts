import { rightGroup } from '../../../references/kind-groups';
import { isSelection } from '../../../references/reference';
import { references } from '../../../references/references';
import type { Rule } from '../../../rule';

export const POOL_REF_GROUP: Rule = {
  code: 'LLMD-POOL-REF-GROUP',
  severity: 'error',
  title: 'The poolRef of a rewrite or objective has the group and kind of the pool',
  why:
    'An endpoint picker compares the group with its own --pool-group, and ignores other groups without a message ' +
    '(Gateway API Inference Extension issue 1275).',
  *check(set) {
    for (const reference of set.view(references)) {
      const { from, relation, to, path } = reference;
      if (relation !== 'poolRef' || isSelection(to)) continue;
      const ref = path.slice(0, -1);
      if (to.kind !== 'InferencePool') {
        yield {
          resource: from,
          path: [...ref, 'kind'],
          message: `${to.kind} is not the kind of a pool`,
          remedy: 'write kind: InferencePool, or leave it out',
        };
        continue;
      }
      const right = rightGroup(set, reference);
      if (right === undefined) continue;
      yield {
        resource: from,
        path: [...ref, 'group'],
        message: `InferencePool ${to.name} is of ${right}, not of ${JSON.stringify(to.group)}`,
        remedy: `write group: ${right}, or leave it out`,
      };
    }
  },
};
