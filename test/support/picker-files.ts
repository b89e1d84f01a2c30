import { deployment, pickerContainer } from './manifests';

/** An image that is not known to be of an endpoint picker. */
export const OTHER_IMAGE = { image: 'example.com/epp' };

/** A ConfigMap in namespace `default`. */
export const configMap = (name: string, data: object, fields: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'default' },
  data,
  ...fields,
});

/** A picker with mounted volumes. */
export const pickerWithFiles = (
  args: readonly string[],
  mounts: readonly object[],
  volumes: readonly object[],
  fields: object = {},
) =>
  deployment('epp', {
    containers: [
      { ...pickerContainer(['--pool-name=opt', '--tracing=false', ...args]), volumeMounts: mounts, ...fields },
    ],
    volumes,
  });

/** The ConfigMap `epp` as a volume. */
export const CONFIG_VOLUME = [{ name: 'config', configMap: { name: 'epp' } }];

/** The mount of that volume. */
export const CONFIG_MOUNT = [{ name: 'config', mountPath: '/config' }];
