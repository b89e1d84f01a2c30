import type { Rule } from '../../../rule';
import { environmentOf } from '../../../facts/environment';
import { engines } from '../../../facts/engines';
import { mountOf } from '../../../facts/mounts';
import type { Container } from '../../../facts/pods';

export const VLLM_WRITABLE: Rule = {
  code: 'LLMD-VLLM-WRITABLE',
  severity: 'error',
  title: 'A vLLM with a read-only root can write to /tmp and to its cache',
  why: 'Without the cache vLLM 0.32.0 starts and looks healthy, and its first completion kills the engine. Without /tmp it does not start.',
  *check(set) {
    for (const { program, container } of set.view(engines)) {
      if (program !== 'vllm' || container.container.securityContext?.readOnlyRootFilesystem !== true) continue;
      for (const needed of writtenPaths(container)) {
        if (needed.some((path) => isWritable(container, path))) continue;
        yield {
          resource: container.pod.resource,
          path: [...container.path, 'volumeMounts'],
          message: `container ${container.container.name} has a read-only root and no writable volume at ${needed[0]}, where vLLM writes`,
          remedy: `mount an emptyDir at ${needed[0]}`,
        };
      }
    }
  },
};

function isWritable(container: Container, path: string): boolean {
  const mount = mountOf(container, path);
  return mount !== undefined && !mount.readOnly;
}

/** Each place that vLLM writes to, and the others that would do where it cannot be known which it is. */
function writtenPaths(container: Container): readonly (readonly string[])[] {
  const environment = environmentOf(container);
  const temporary = environment('TMPDIR');
  return [temporary === undefined ? [] : [temporary ?? '/tmp'], cachePaths(environment)].filter(
    ({ length }) => length > 0,
  );
}

/** Source: VLLM_CACHE_ROOT in envs.py of vLLM 0.32.0. */
function cachePaths(environment: ReturnType<typeof environmentOf>): readonly string[] {
  const [own, caches, home] = ['VLLM_CACHE_ROOT', 'XDG_CACHE_HOME', 'HOME'].map(environment);
  if (own === undefined || caches === undefined || home === undefined) return [];
  if (own !== null) return [own];
  if (caches !== null) return [`${caches}/vllm`, caches];
  // Without HOME the user's entry in the image decides.
  const homes = home === null ? ['/home/vllm', '/root', ''] : [home];
  return homes.flatMap((directory) => [`${directory}/.cache`, `${directory}/.cache/vllm`]);
}
