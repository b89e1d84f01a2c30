import type { ResourceSet } from '../../resource-set';
import type { Rule } from '../../rule';
import { endpointPickers } from '../../facts/endpoint-pickers';
import type { PodTemplate } from '../../facts/pod-template';
import { serviceAccountPath } from './picker-rights';

export const PICKER_TOKEN: Rule = {
  code: 'LLMD-EPP-ACCESS-TOKEN',
  severity: 'error',
  title: 'The pod of an endpoint picker gets a token of its ServiceAccount',
  why: 'A picker without the token cannot authenticate at the API server and ends at once.',
  *check(set) {
    for (const picker of set.view(endpointPickers)) {
      const { pod } = picker;
      const { automountServiceAccountToken } = pod.spec;
      const mounts = automountServiceAccountToken ?? serviceAccountOf(set, pod)?.object.automountServiceAccountToken;
      if (mounts !== false || projectsToken(pod)) continue;
      yield {
        resource: pod.resource,
        path:
          automountServiceAccountToken === undefined
            ? serviceAccountPath(picker)
            : [...pod.path, 'spec', 'automountServiceAccountToken'],
        message: `${automountServiceAccountToken === undefined ? 'the ServiceAccount' : 'the pod'} sets automountServiceAccountToken: false, and an endpoint picker needs the token`,
        remedy: "set automountServiceAccountToken: true in the picker's pod",
      };
    }
  },
};

function serviceAccountOf(set: ResourceSet, { namespace, spec }: PodTemplate) {
  return set.find({ group: '', kind: 'ServiceAccount', namespace, name: spec.serviceAccountName ?? 'default' });
}

/** A volume may bring the token in its place. */
function projectsToken({ spec }: PodTemplate): boolean {
  const sources: any[] = (spec.volumes ?? []).flatMap(({ projected }: any) => projected?.sources ?? []);
  return sources.some(({ serviceAccountToken }) => serviceAccountToken !== undefined);
}
