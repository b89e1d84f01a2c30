import { apply } from './apply';
import { getList, kubectl } from './kubectl';

/** A device of the first node. */
export interface Device {
  readonly name: string;
  readonly product: string;
}

/**
 * Makes a DeviceClass and says that the first node has these devices, as an administrator and a driver for dynamic
 * resource allocation do. Only the scheduler believes in them: there is no driver. The class and the driver have one name.
 */
export function advertiseDevices(driver: string, devices: readonly Device[]): void {
  const names = [`deviceclass/${driver}`, `resourceslice/${driver}`];
  const remove = () => kubectl(['delete', ...names, '--ignore-not-found']);
  beforeAll(async () => {
    const [node] = await getList('nodes');
    await remove();
    const metadata = { name: driver };
    const deviceClass = {
      apiVersion: 'resource.k8s.io/v1',
      kind: 'DeviceClass',
      metadata,
      spec: { selectors: [{ cel: { expression: `device.driver == "${driver}"` } }] },
    };
    const slice = {
      apiVersion: 'resource.k8s.io/v1',
      kind: 'ResourceSlice',
      metadata,
      spec: {
        driver,
        nodeName: node.metadata.name,
        pool: { name: node.metadata.name, generation: 1, resourceSliceCount: 1 },
        devices: devices.map(({ name, product }) => ({ name, attributes: { product: { string: product } } })),
      },
    };
    for (const object of [deviceClass, slice]) await apply(JSON.stringify(object));
  });
  afterAll(remove);
}
