import { containerContexts } from './contexts';
import type { Control } from './control';

export const PRIVILEGED: Control = {
  name: 'PRIVILEGED',
  title: 'No container is privileged',
  why: 'A privileged container is root on its node.',
  remedy: 'take privileged away; accelerators come through a device plugin',
  *check(pod) {
    for (const { who, path, context } of containerContexts(pod)) {
      if (context.privileged !== true) continue;
      yield { path: [...path, 'privileged'], got: `${who} is privileged`, expected: 'none that is' };
    }
  },
};
