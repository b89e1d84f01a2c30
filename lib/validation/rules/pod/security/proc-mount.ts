import { containerContexts } from './contexts';
import type { Control } from './control';

export const PROC_MOUNT: Control = {
  name: 'PROC-MOUNT',
  title: 'The masks over /proc are kept',
  why: 'They hide files through which a container could read and change settings of its node.',
  remedy: 'take procMount away',
  *check(pod, level) {
    // Since Kubernetes 1.35 `baseline` admits it in a user namespace, `restricted` does not.
    if (level === 'baseline' && pod.spec.hostUsers === false) return;
    for (const { who, path, context } of containerContexts(pod)) {
      const { procMount = 'Default' } = context;
      if (procMount === 'Default') continue;
      yield { path: [...path, 'procMount'], got: `${who} mounts /proc ${procMount}`, expected: 'Default' };
    }
  },
};
