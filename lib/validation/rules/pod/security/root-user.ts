import { contextsOf } from './contexts';
import type { Control } from './control';

export const ROOT_USER: Control = {
  name: 'ROOT-USER',
  title: 'No container runs as user 0',
  why: 'A process that leaves the container, through a fault of the runtime or the kernel, is root on the node.',
  remedy: 'set another user, for example 1000',
  *check(pod, level) {
    if (level !== 'restricted' || pod.spec.hostUsers === false) return;
    for (const { who, path, context } of contextsOf(pod)) {
      if (context.runAsUser !== 0) continue;
      yield { path: [...path, 'runAsUser'], got: `${who} runs as root`, expected: 'a user other than 0' };
    }
  },
};
