import { contextsOf } from './contexts';
import type { Control } from './control';

export const HOST_PROCESS: Control = {
  name: 'HOST-PROCESS',
  title: 'No Windows container runs as a process of its node',
  why: 'A HostProcess container runs as a process of the node, with the rights of one.',
  remedy: 'take hostProcess away',
  *check(pod) {
    for (const { who, path, context } of contextsOf(pod)) {
      if (context.windowsOptions?.hostProcess !== true) continue;
      yield { path: [...path, 'windowsOptions', 'hostProcess'], got: `${who} is a HostProcess`, expected: 'none' };
    }
  },
};
