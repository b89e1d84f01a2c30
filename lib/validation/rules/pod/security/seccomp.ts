import { containerContexts, type Context, isWindows, podContext } from './contexts';
import type { Breach, Control } from './control';

const EXPECTED = 'RuntimeDefault or Localhost';

export const SECCOMP: Control = {
  name: 'SECCOMP',
  title: 'A seccomp profile limits the system calls',
  why: 'Most exploits that leave a container use system calls that no model server needs.',
  remedy: 'set securityContext.seccompProfile: { type: RuntimeDefault } on the pod',
  *check(pod, level) {
    if (level === 'restricted' && isWindows(pod)) return;
    const own = podContext(pod);
    const forAll = own.context.seccompProfile;
    if (forAll !== undefined && !isConfined(forAll)) yield unconfined(own);
    for (const context of containerContexts(pod)) {
      const profile = context.context.seccompProfile;
      if (profile !== undefined) {
        if (!isConfined(profile)) yield unconfined(context);
      } else if (level === 'restricted' && forAll === undefined) {
        yield {
          path: [...context.path, 'seccompProfile'],
          got: `${context.who} has no seccomp profile, and neither has the pod`,
          expected: EXPECTED,
        };
      }
    }
  },
};

/** A profile without a type is refused by the API server, so that no rule here reports it. */
function isConfined({ type }: any): boolean {
  return type === undefined || type === 'RuntimeDefault' || type === 'Localhost';
}

function unconfined({ who, path, context }: Context): Breach {
  return {
    path: [...path, 'seccompProfile', 'type'],
    got: `${who} has the seccomp profile ${context.seccompProfile.type}`,
    expected: EXPECTED,
  };
}
