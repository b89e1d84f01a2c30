import { environmentOf } from '../../../facts/environment';
import { engines } from '../../../facts/engines';
import { mountOf } from '../../../facts/mounts';
import type { Container } from '../../../facts/pods';
import type { Rule } from '../../../rule';

export const VLLM_HOME: Rule = {
  code: 'LLMD-VLLM-HOME',
  severity: 'warning',
  title: 'A vLLM that does not run as root has a home that it can write to',
  why: "A user that the image does not know has / for a home, and vLLM, Triton and the hub's client fail to make .cache, .triton and .config there: permission denied (llm-d issue 1430, vLLM issue 9118). Looked at are the images of the vLLM project, whose home belongs to root.",
  *check(set) {
    for (const { program, container } of set.view(engines)) {
      if (program !== 'vllm' || !isForRoot(container)) continue;
      const user = userOf(container);
      const home = environmentOf(container)('HOME');
      if (user === undefined || user === 0 || home === undefined || hasHome(container, home)) continue;
      yield {
        resource: container.pod.resource,
        path: [...container.path, 'env'],
        message: `container ${container.container.name} runs as user ${user}, ${home === null ? 'HOME is not set' : `HOME is ${home}`}, and nothing writable is mounted for its home`,
        remedy: 'mount an emptyDir, for example at /home/vllm, and set HOME to that path',
      };
    }
  },
};

/** Whether the image is one of the vLLM project, made for root. A read-only root is left to another rule. */
function isForRoot({ container }: Container): boolean {
  const image: string = container.image ?? '';
  return (
    container.securityContext?.readOnlyRootFilesystem !== true &&
    /(?:^|\/)vllm\/vllm-(?:openai|tpu)/.test(image) &&
    !image.includes('nonroot')
  );
}

function userOf({ container, pod }: Container): number | undefined {
  const user: unknown = container.securityContext?.runAsUser ?? pod.spec.securityContext?.runAsUser;
  return typeof user === 'number' ? user : undefined;
}

/** Directories of an image in which everybody may write. */
const SHARED = /^\/(?:tmp|var\/tmp|dev\/shm)(?:\/|$)/;

function hasHome(container: Container, home: string | null): boolean {
  const environment = environmentOf(container);
  const isWritable = (path: string) => mountOf(container, path)?.readOnly === false;
  // Other homes may have been made in the image.
  if (home !== null && !/^\/(?:root)?\/?$/.test(home)) return true;
  const caches = [environment('VLLM_CACHE_ROOT'), environment('XDG_CACHE_HOME')];
  if (caches.some((path) => path === undefined || (path !== null && (SHARED.test(path) || isWritable(path)))))
    return true;
  const homes = home === null ? ['', '/home/vllm', '/root'] : [home.replace(/\/$/, '')];
  return homes.some((directory) => isWritable(`${directory}/.cache`) || isWritable(`${directory}/.cache/vllm`));
}
