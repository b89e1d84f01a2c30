import { containerContexts, isWindows } from './contexts';
import type { Control } from './control';

export const PRIVILEGE_ESCALATION: Control = {
  name: 'PRIVILEGE-ESCALATION',
  title: 'No program in a container gains rights',
  why: 'A set-user-ID program in the image could make any user root.',
  remedy: 'set securityContext.allowPrivilegeEscalation: false on the container',
  *check(pod, level) {
    if (level !== 'restricted' || isWindows(pod)) return;
    for (const { who, path, context } of containerContexts(pod)) {
      if (context.allowPrivilegeEscalation === false) continue;
      yield {
        path: [...path, 'allowPrivilegeEscalation'],
        got: `programs of ${who} may gain rights`,
        expected: 'allowPrivilegeEscalation: false',
      };
    }
  },
};
