import { DataPlane, type ExistingGatewayOptions, InferencePool } from '../../lib';
import { find, type KubeObject, mainContainer } from '../support/objects';
import { newChart } from '../support/synth';

const existingPods = { labels: { app: 'elsewhere' } };

function bind(options: ExistingGatewayOptions) {
  const chart = newChart({ namespace: 'team-a' });
  const dataPlane = DataPlane.existingGateway(options);
  const pool = new InferencePool(chart, 'opt', { existingPods, transport: dataPlane.transport });
  const entry = dataPlane.bind(chart, { pool });
  return { entry, objects: chart.toJson() as KubeObject[] };
}

test('only a route is made', () => {
  const { objects } = bind({ name: 'shared' });
  expect(objects.filter(({ apiVersion }) => apiVersion.startsWith('gateway.')).map(({ kind }) => kind)).toEqual([
    'HTTPRoute',
  ]);
  expect(find(objects, 'HTTPRoute').spec.rules[0].backendRefs).toMatchObject([{ kind: 'InferencePool', name: 'opt' }]);
});

test.each<[ExistingGatewayOptions, object]>([
  [{ name: 'shared' }, { name: 'shared' }],
  [{ name: 'shared', namespace: 'team-a' }, { name: 'shared' }],
  [
    { name: 'shared', namespace: 'gateways' },
    { name: 'shared', namespace: 'gateways' },
  ],
  [
    { name: 'shared', sectionName: 'https' },
    { name: 'shared', sectionName: 'https' },
  ],
])('%j is the parent %j', (options, parent) => {
  const [{ group, kind, ...reference }] = find(bind(options).objects, 'HTTPRoute').spec.parentRefs;
  expect({ group, kind }).toEqual({ group: 'gateway.networking.k8s.io', kind: 'Gateway' });
  expect(reference).toEqual(parent);
});

test.each<[ExistingGatewayOptions, object]>([
  [{ name: 'shared' }, { service: 'shared', namespace: 'team-a', port: 80 }],
  [
    { name: 'shared', namespace: 'gateways', service: 'shared-istio', port: 8080 },
    { service: 'shared-istio', namespace: 'gateways', port: 8080 },
  ],
])('%j has the entry %j', (options, entry) => {
  expect(bind(options).entry).toMatchObject(entry);
});

test.each([
  [undefined, 'true'],
  [true, 'true'],
  [false, 'false'],
])('endpointPickerTls %s makes a picker with --secure-serving=%s', (endpointPickerTls, flag) => {
  const { objects } = bind({ name: 'shared', endpointPickerTls });
  expect(mainContainer(objects).args).toContain(`--secure-serving=${flag}`);
});
