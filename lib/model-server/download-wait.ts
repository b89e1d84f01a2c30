import type { Mount } from '../kubernetes/mount';
import type { ContainerSpec } from '../kubernetes/pod';
import type { PodOptions } from '../kubernetes/pod-options';
import type { EngineSpec } from './engine-contract';
import type { Model } from './model';

/**
 * Waits without an end, as long as the download may take. The trap is for the end of the pod: Linux sends no SIGTERM to a
 * first process without one. Without `$(…)`, which Kubernetes would read as the reference to a variable.
 */
const SCRIPT = `trap 'exit 143' TERM
if [ ! -e "$1" ]; then echo "waiting for $1, which the Job of the download writes last"; fi
while [ ! -e "$1" ]; do
  sleep 5 &
  wait $!
done
echo "found $1"
`;

/**
 * The init container that waits until the model is complete, where the model says which file tells that, and where the
 * engine reads the model. It runs in the engine's image, so that the pod needs no other one.
 */
export function downloadWait(
  { spec: { completionFile, mounts = [] } }: Model,
  { image, mounts: ofEngine = [] }: EngineSpec,
  { extraMounts = [] }: PodOptions,
): ContainerSpec[] {
  if (completionFile === undefined) return [];
  const isAt = (all: readonly Mount[], path: string) => all.some((it) => it.path === path);
  const isOfModel = ({ path }: Mount) => completionFile.startsWith(`${path}/`) && isAt(mounts, path);
  // The user may have put another volume in its place.
  const mount = ofEngine.find((it) => isOfModel(it) && !isAt(extraMounts, it.path));
  if (mount === undefined) return [];
  return [
    {
      name: 'wait-for-download',
      image,
      command: ['sh', '-c', SCRIPT, 'wait-for-download', completionFile],
      mounts: [mount],
      resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } },
    },
  ];
}
