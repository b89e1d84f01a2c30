import type { Container } from './pods';
import { withoutEnd } from '../../text/parts';

/** A volume in a container. */
export interface VolumeMount {
  /** Without a slash at the end. */
  readonly mountPath: string;
  readonly readOnly: boolean;
  /** Undefined where the pod has no volume of this name. */
  readonly volume: any;
}

/** The mount that a path of a container lies in; undefined where it lies in the image. */
export function mountOf({ container, pod }: Container, path: string): VolumeMount | undefined {
  const mounts: any[] = container.volumeMounts ?? [];
  const covering = mounts
    .map(({ mountPath = '', readOnly = false, name }) => ({
      mountPath: withoutEnd(mountPath, (character) => character === '/'),
      readOnly: readOnly as boolean,
      volume: (pod.spec.volumes ?? []).find((volume: any) => volume.name === name),
    }))
    .filter(({ mountPath }) => path === mountPath || path.startsWith(`${mountPath}/`));
  // The innermost decides.
  return covering.sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
}
