import type { Construct } from 'constructs';
import type { Container, PodSpec } from '../../imports/k8s';
import { refuse } from '../errors';
import { show } from '../text/wording';
import type { PodOptions } from './pod-options';

/** A container as in YAML. */
type Yaml = { readonly [key: string]: any };

/** What the `restricted` standard asks of a container. Its root file system may be writable, unlike that of our own. */
const RESTRICTED = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

/** The containers of a pod with the user's own: sidecars start first, so that init containers can use them. */
export function allContainers(
  scope: Construct,
  containers: readonly Container[],
  own: readonly Container[],
  options: PodOptions,
): Pick<PodSpec, 'containers' | 'initContainers'> {
  const { sidecars = [], initContainers = [], extraContainers = [] } = options;
  const native = sidecars.map((sidecar) => ({ ...sidecar, restartPolicy: 'Always' }));
  const all = {
    initContainers: [...native.map(restricted), ...own, ...initContainers.map(restricted)],
    containers: [...containers, ...extraContainers.map(restricted)],
  };
  refuseSameNames(scope, 'container', [...all.initContainers, ...all.containers]);
  return { containers: all.containers, ...(all.initContainers.length > 0 && { initContainers: all.initContainers }) };
}

/** Refuses two containers or two volumes of one pod with the same name. */
export function refuseSameNames(
  scope: Construct,
  what: 'container' | 'volume',
  parts: readonly { readonly name: string }[],
): void {
  const names = parts.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    refuse(scope, {
      code: what === 'container' ? 'LLMD-CONTAINER-TWICE' : 'LLMD-VOLUME-TWICE',
      got: `two ${what}s called ${show(twice)} in one pod`,
      expected: 'a name of its own for each, init containers and sidecars included',
      remedy: `rename the extra ${what}`,
    });
  }
}

function restricted(container: Yaml): Container {
  return { securityContext: RESTRICTED, ...(container as Container) };
}
