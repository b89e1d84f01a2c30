import type { PodTemplate } from '../../../facts/pod-template';
import { contextsOf } from './contexts';
import type { Breach, Control } from './control';

const ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

export const APPARMOR: Control = {
  name: 'APPARMOR',
  title: 'The AppArmor profile is not turned off',
  why: 'Without a profile AppArmor does not restrict what a container may access on its node.',
  remedy: 'leave the profile out, or set RuntimeDefault',
  *check(pod) {
    for (const { who, path, context } of contextsOf(pod)) {
      const type = context.appArmorProfile?.type;
      if (type !== undefined && type !== 'RuntimeDefault' && type !== 'Localhost') {
        yield {
          path: [...path, 'appArmorProfile', 'type'],
          got: `${who} has the AppArmor profile ${type}`,
          expected: 'RuntimeDefault, Localhost or none',
        };
      }
    }
    yield* annotations(pod);
  },
};

/** How AppArmor was written before Kubernetes 1.30; still read. */
function* annotations({ resource, path }: PodTemplate): Iterable<Breach> {
  const template = path.reduce((value, step) => value?.[step], resource.object);
  const all: { readonly [key: string]: string } = template?.metadata?.annotations ?? {};
  for (const [key, profile] of Object.entries(all)) {
    if (!key.startsWith(ANNOTATION) || /^(?:$|runtime\/default$|localhost\/)/.test(profile)) continue;
    yield {
      path: [...path, 'metadata', 'annotations', key],
      got: `container ${key.slice(ANNOTATION.length)} has the AppArmor profile ${profile}`,
      expected: 'runtime/default, localhost/… or none',
    };
  }
}
