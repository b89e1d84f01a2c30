import { contextsOf } from './contexts';
import type { Control } from './control';

/** No Windows container runs on its node. */
export const HOST_PROCESS: Control = {
  name: 'HOST-PROCESS',
  title: 'No Windows container runs as a process of its node',
  why: 'A HostProcess container is a program on the node, with all that it may do there.',
  remedy: 'take hostProcess away',
  *check(pod) {
    for (const { who, path, context } of contextsOf(pod)) {
      if (context.windowsOptions?.hostProcess !== true) continue;
      yield { path: [...path, 'windowsOptions', 'hostProcess'], got: `${who} is a HostProcess`, expected: 'none' };
    }
  },
};
