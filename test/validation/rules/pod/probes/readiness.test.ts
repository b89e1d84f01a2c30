import { PROBE_READINESS } from '../../../../../lib/validation/rules/pod/probes/readiness';
import { diagnostics, places } from '../../../../support/diagnostics';
import { deployment, pool, simulator, vllm } from '../../../../support/manifests';
import { HEALTH } from '../../../../support/probes';

describe('readiness', () => {
  const POOL = pool('opt', 'vllm', { ports: [8200, 8000] });
  const path = (place: string) => [`LLMD-PROBE-READINESS spec.template.spec.${place}.readinessProbe`];
  const PROXY = { name: 'proxy', ports: [{ containerPort: 9 }, { containerPort: 8000 }] };
  const SIDECAR = { ...PROXY, restartPolicy: 'Always' };
  const engine = vllm({ ports: [{ containerPort: 8001 }] });

  test('is missing', () => {
    expect(diagnostics([PROBE_READINESS], [POOL, deployment('vllm', { containers: [vllm()] })])).toEqual([
      'LLMD-PROBE-READINESS spec.template.spec.containers[0].readinessProbe: container vllm has no readiness probe, and InferencePool opt sends requests to its pod as soon as it is ready; add readinessProbe: { httpGet: { path: /health, port: <its port> } }',
    ]);
  });

  test.each<[string, object, string[]]>([
    ['of any container will do', { containers: [engine, { ...PROXY, readinessProbe: HEALTH }] }, []],
    ['of a sidecar will do', { containers: [engine], initContainers: [{ ...SIDECAR, readinessProbe: HEALTH }] }, []],
    ['belongs to the container with the port', { containers: [engine, PROXY] }, path('containers[1]')],
    [
      'belongs to the sidecar with the port',
      { containers: [engine], initContainers: [SIDECAR] },
      path('initContainers[0]'),
    ],
    ['belongs to no init container', { containers: [engine], initContainers: [PROXY] }, path('containers[0]')],
    ['belongs to the first where no port fits', { containers: [engine, { name: 'b' }] }, path('containers[0]')],
  ])('%s', (_, spec, expected) => {
    expect(places([PROBE_READINESS], [POOL, deployment('vllm', spec)])).toEqual(expected);
  });

  test('of a pod without containers is left to the API server', () => {
    expect(places([PROBE_READINESS], [POOL, deployment('vllm', {})])).toEqual([]);
  });

  test('is reported once for a pod of two pools, and not without a pool', () => {
    const server = deployment('vllm', { containers: [vllm()] });
    expect(places([PROBE_READINESS], [POOL, pool('two', 'vllm'), server])).toHaveLength(1);
    expect(places([PROBE_READINESS], [server])).toEqual([]);
  });

  const service = (spec: object = {}) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'api', namespace: 'default' },
    spec: { selector: { app: 'vllm' }, ports: [{ port: 80, targetPort: 8000 }], ...spec },
  });

  test('is missing behind a Service', () => {
    expect(diagnostics([PROBE_READINESS], [service(), deployment('vllm', { containers: [PROXY, vllm()] })])).toEqual([
      'LLMD-PROBE-READINESS spec.template.spec.containers[1].readinessProbe: container vllm has no readiness probe, and Service api sends requests to its pod as soon as it is ready; add readinessProbe: { httpGet: { path: /health, port: <its port> } }',
    ]);
  });

  test.each<[string, object, object]>([
    ['that is there', {}, vllm({ readinessProbe: HEALTH })],
    ['of a headless Service', { clusterIP: 'None' }, vllm()],
    ['of a Service for pods that are not ready', { publishNotReadyAddresses: true }, vllm()],
    ['of a Service of other pods', { selector: { app: 'other' } }, vllm()],
    ['of a rank that serves nothing', {}, vllm({ args: ['--headless'] })],
    ['of the simulator', {}, simulator()],
    ['of another program', {}, PROXY],
  ])('behind a Service says nothing %s', (_, spec, container) => {
    expect(places([PROBE_READINESS], [service(spec), deployment('vllm', { containers: [container] })])).toEqual([]);
  });
});
