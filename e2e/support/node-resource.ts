import { getList, kubectl } from './kubectl';

/**
 * Advertises an extended resource on the first node for the time of a suite, as a device plugin does. Only the scheduler
 * believes in it: no device is behind it.
 */
export function advertise(resource: string, amount: number, labels: { readonly [label: string]: string } = {}): void {
  let node: string;
  const patch = async (value: string | null) => {
    const of = { [resource]: value };
    const status = JSON.stringify({ status: { capacity: of, allocatable: of } });
    await kubectl(['patch', 'node', node, '--subresource=status', '--type=merge', '-p', status]);
  };
  beforeAll(async () => {
    node = (await getList('nodes'))[0].metadata.name;
    await patch(String(amount));
    for (const [label, value] of Object.entries(labels)) {
      await kubectl(['label', 'node', node, `${label}=${value}`, '--overwrite']);
    }
  });
  afterAll(async () => {
    await patch(null);
    for (const label of Object.keys(labels)) await kubectl(['label', 'node', node, `${label}-`]);
  });
}
