import type { Control } from './control';

const ALLOWED = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

export const VOLUMES: Control = {
  name: 'VOLUMES',
  title: 'Volumes come from the cluster, not from the node',
  why: 'A hostPath reads and writes the node itself; the other inline volumes bypass the administration of PersistentVolumes.',
  remedy: 'use a PersistentVolumeClaim, for example one that keeps model weights, or an emptyDir',
  *check({ path, spec }, level) {
    for (const [index, { name, ...source }] of (spec.volumes ?? []).entries()) {
      // A volume that names no type is an emptyDir.
      const [type = 'emptyDir'] = Object.keys(source).filter((key) => source[key] !== null);
      if (level === 'baseline' ? type !== 'hostPath' : ALLOWED.includes(type)) continue;
      yield {
        path: [...path, 'spec', 'volumes', index],
        got: `volume ${name ?? index} is of type ${type}`,
        expected: level === 'baseline' ? 'no hostPath' : `one of ${ALLOWED.join(', ')}`,
      };
    }
  },
};
