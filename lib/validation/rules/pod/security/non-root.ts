import { containerContexts, podContext } from './contexts';
import type { Control } from './control';

export const NON_ROOT: Control = {
  name: 'NON-ROOT',
  title: 'Containers must run as a user other than root',
  why: 'The kubelet then refuses an image whose user is root, so that a wrong image is found when the pod starts.',
  remedy: 'set securityContext.runAsNonRoot: true on the pod, with a numeric runAsUser if the image names its user',
  *check(pod, level) {
    if (level !== 'restricted' || pod.spec.hostUsers === false) return;
    const own = podContext(pod);
    if (own.context.runAsNonRoot === false) {
      yield {
        path: [...own.path, 'runAsNonRoot'],
        got: 'the pod sets runAsNonRoot: false',
        expected: 'true',
      };
    }
    for (const { who, path, context } of containerContexts(pod)) {
      if ((context.runAsNonRoot ?? own.context.runAsNonRoot) === true) continue;
      // Said once, for the pod.
      if (context.runAsNonRoot === undefined && own.context.runAsNonRoot === false) continue;
      yield {
        path: [...path, 'runAsNonRoot'],
        got: context.runAsNonRoot === false ? `${who} sets runAsNonRoot: false` : `${who} may run as root`,
        expected: 'runAsNonRoot: true on it or on the pod',
      };
    }
  },
};
