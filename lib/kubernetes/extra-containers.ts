import type { Construct } from 'constructs';
import type { Container, PodSpec } from '../../imports/k8s';
import { refuse } from '../errors';
import { checkedName } from '../names';
import { checkedReference } from './image';
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
  const theirs = (list: readonly Yaml[]) => list.map((container) => restricted(scope, container));
  const native = sidecars.map((sidecar) => ({ ...sidecar, restartPolicy: 'Always' }));
  const all = {
    initContainers: [...theirs(native), ...own, ...theirs(initContainers)],
    containers: [...containers, ...theirs(extraContainers)],
  };
  refuseSameNames(scope, 'container', [...all.initContainers, ...all.containers]);
  return { containers: all.containers, ...(all.initContainers.length > 0 && { initContainers: all.initContainers }) };
}

/** Refuses containers or volumes of one pod with a wrong name, or with the same one. */
export function refuseSameNames(
  scope: Construct,
  what: 'container' | 'volume',
  parts: readonly { readonly name: string }[],
): void {
  const names = parts.map(({ name }) => checkedName(scope, name));
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

function restricted(scope: Construct, container: Yaml): Container {
  checkedReference(scope, (container as Container).image ?? '');
  return { securityContext: RESTRICTED, ...(container as Container) };
}
