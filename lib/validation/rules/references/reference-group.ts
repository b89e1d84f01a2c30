import { EXPERIMENTAL_GROUP } from '../../../catalogue/api-groups';
import { rightGroup } from '../../references/kind-groups';
import { isSelection } from '../../references/reference';
import { references } from '../../references/references';
import type { Rule } from '../../rule';

export const REFERENCE_GROUP: Rule = {
  code: 'LLMD-REFERENCE-GROUP',
  severity: 'error',
  title: 'A reference names the API group of its kind',
  why:
    `The group is part of what identifies an object. InferencePool was of ${EXPERIMENTAL_GROUP} once, and a ` +
    'reference without a group often means the core group: neither resolves.',
  *check(set) {
    for (const reference of set.view(references)) {
      const { from, relation, to, path } = reference;
      const right = rightGroup(set, reference);
      // For these there is a rule of its own, which says who does not see them.
      if (right === undefined || relation === 'poolRef' || isSelection(to)) continue;
      yield {
        resource: from,
        path: relation === '--pool-name' ? path : path.slice(0, -1),
        message: `${to.kind} ${to.name} is of ${showGroup(right)}, not of ${showGroup(to.group)}`,
        remedy: `name ${showGroup(right)} here`,
      };
    }
  },
};

function showGroup(group: string): string {
  return group === '' ? 'the core group' : `group ${group}`;
}
