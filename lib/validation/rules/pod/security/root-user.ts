import { contextsOf } from './contexts';
import type { Control } from './control';

/** Nobody asks for root. */
export const ROOT_USER: Control = {
  name: 'ROOT-USER',
  title: 'Nobody asks to run as root',
  why: 'Root in a container is root on its node as soon as it gets out.',
  remedy: 'set another user, for example 1000',
  *check(pod, level) {
    if (level !== 'restricted' || pod.spec.hostUsers === false) return;
    for (const { who, path, context } of contextsOf(pod)) {
      if (context.runAsUser !== 0) continue;
      yield { path: [...path, 'runAsUser'], got: `${who} runs as root`, expected: 'a user other than 0' };
    }
  },
};
