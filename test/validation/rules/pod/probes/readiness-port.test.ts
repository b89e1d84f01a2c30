import { PROBE_READINESS_PORT } from '../../../../../lib/validation/rules/pod/probes/readiness-port';
import { diagnostics, places } from '../../../../support/diagnostics';
import { deployment, pool, simulator, vllm } from '../../../../support/manifests';

describe('the port of readiness', () => {
  const POOL = pool('opt', 'llm', { ports: [8000, 8001] });
  const on = (port: number | string) => ({ readinessProbe: { httpGet: { path: '/health', port } } });
  const PORTS = [
    { name: 'http', containerPort: 8000 },
    { name: 'management', containerPort: 9000 },
  ];
  const engine = (fields: object = {}) => ({ name: 'engine', image: 'engine:1', ports: PORTS, ...fields });
  const check = (...containers: object[]) => places([PROBE_READINESS_PORT], [POOL, deployment('llm', { containers })]);

  test('is not of the pool', () => {
    expect(
      diagnostics([PROBE_READINESS_PORT], [POOL, deployment('llm', { containers: [engine(on('management'))] })]),
    ).toEqual([
      'LLMD-PROBE-READINESS-PORT spec.template.spec.containers[0].readinessProbe.httpGet.port: the readiness probe of container engine asks port 9000, and InferencePool opt sends requests to 8000 and 8001; ask port 8000',
    ]);
  });

  test.each<[string, object[], number]>([
    ['by name', [engine(on('http'))], 0],
    ['the second one', [engine(on(8001))], 0],
    ['a name that does not exist', [engine(on('metrics'))], 0],
    ['no ports declared', [engine({ ...on(9000), ports: [] })], 1],
    ['no ports declared, and another container', [engine({ ...on(9000), ports: [] }), { name: 'proxy' }], 0],
    ['behind a proxy', [engine({ ...on(9000), ports: [PORTS[1]] }), { name: 'proxy', ports: [PORTS[0]] }], 0],
    ['another container asks the right one', [engine(on(9000)), { name: 'proxy', ...on(8000) }], 0],
    ['a command', [engine(on(9000)), { name: 'proxy', readinessProbe: { exec: { command: ['true'] } } }], 0],
    ['another host', [engine({ readinessProbe: { httpGet: { host: 'example.com', port: 9000 } } })], 0],
    ['vLLM, which other rules look at', [vllm({ ...on(9000), ports: PORTS })], 0],
    ['the simulator, too', [simulator({ ...on(9000), ports: PORTS })], 0],
    ['no probe', [engine()], 0],
  ])('%s', (_, containers, count) => {
    expect(check(...containers)).toHaveLength(count);
  });

  test('is reported once, with the ports of all pools', () => {
    const server = deployment('llm', { containers: [engine(on(9000))] });
    expect(places([PROBE_READINESS_PORT], [POOL, pool('two', 'llm', { ports: [8002] }), server])).toHaveLength(1);
    expect(places([PROBE_READINESS_PORT], [POOL, pool('two', 'llm', { ports: [9000] }), server])).toEqual([]);
    expect(places([PROBE_READINESS_PORT], [server])).toEqual([]);
  });
});
