import type { Rule } from '../../../rule';
import { graceOf } from '../../../facts/drain';
import { endpointPickers } from '../../../facts/endpoint-pickers';
import { poolOf } from '../../../facts/flows';
import type { PoolMember } from '../../../facts/members';

export const DRAIN_PICKER: Rule = {
  code: 'LLMD-EPP-DRAIN',
  severity: 'warning',
  title: 'The grace period of an endpoint picker is at least that of the pods of its pool',
  why: 'A request holds its stream to the picker until its answer is complete. A picker that is killed first breaks requests that the model servers were about to finish.',
  *check(set) {
    for (const endpointPicker of set.view(endpointPickers)) {
      const { pod } = endpointPicker;
      const longest = longestOf(poolOf(set, endpointPicker));
      if (longest === undefined || graceOf(pod) >= graceOf(longest.pod)) continue;
      yield {
        resource: pod.resource,
        path: [...pod.path, 'spec', 'terminationGracePeriodSeconds'],
        message: `the picker is killed after ${graceOf(pod)} s, and ${longest.pod.resource.kind} ${longest.pod.resource.name} of its pool may take ${graceOf(longest.pod)} s`,
        remedy: `set terminationGracePeriodSeconds to ${Math.max(130, graceOf(longest.pod))}`,
      };
    }
  },
};

function longestOf(members: readonly PoolMember[]): PoolMember | undefined {
  return members.reduce<PoolMember | undefined>(
    (longest, member) => (longest !== undefined && graceOf(longest.pod) >= graceOf(member.pod) ? longest : member),
    undefined,
  );
}
