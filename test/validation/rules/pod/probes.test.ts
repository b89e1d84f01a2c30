import { PROBE_ENGINE_PATH } from '../../../../lib/validation/rules/pod/probes/engine-path';
import { PROBE_ENGINE_PORT } from '../../../../lib/validation/rules/pod/probes/engine-port';
import { PROBE_PATIENCE } from '../../../../lib/validation/rules/pod/probes/patience';
import { PROBE_PORT_NAME } from '../../../../lib/validation/rules/pod/probes/port-name';
import { PROBE_READINESS } from '../../../../lib/validation/rules/pod/probes/readiness';
import { diagnostics, places } from '../../../support/diagnostics';
import { deployment, pod, pool, simulator, vllm } from '../../../support/manifests';

const http = (path: string | undefined, port: number | string, fields: object = {}) => ({
  httpGet: { path, port },
  ...fields,
});
const HEALTH = http('/health', 8000);
/** An argument of unknown value. */
const UNKNOWN = {
  args: ['$(SECRET)'],
  env: [{ name: 'SECRET', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }],
};
const alone = (container: object) => [pod('vllm', { containers: [container] })];

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
});

describe('patience', () => {
  const kills = (field: string) => [`LLMD-PROBE-PATIENCE spec.containers[0].${field}`];

  test('is too short', () => {
    const livenessProbe = { ...HEALTH, initialDelaySeconds: 5, periodSeconds: 4, failureThreshold: 2 };
    expect(diagnostics([PROBE_PATIENCE], alone(vllm({ livenessProbe })))).toEqual([
      'LLMD-PROBE-PATIENCE spec.containers[0].livenessProbe: livenessProbe of container vllm kills it after 9 s (5 s, then 2 probes 4 s apart), and vLLM has to load its model first; add a startupProbe with failureThreshold x periodSeconds of some minutes',
    ]);
  });

  test.each<[string, object, string[]]>([
    ['defaults', { livenessProbe: HEALTH }, kills('livenessProbe')],
    ['a second missing', { livenessProbe: { ...HEALTH, initialDelaySeconds: 39 } }, kills('livenessProbe')],
    ['a minute', { livenessProbe: { ...HEALTH, initialDelaySeconds: 40 } }, []],
    ['seven probes', { livenessProbe: { ...HEALTH, failureThreshold: 7 } }, []],
    ['a startup probe first', { livenessProbe: HEALTH, startupProbe: { ...HEALTH, failureThreshold: 30 } }, []],
    ['a startup probe without patience', { livenessProbe: HEALTH, startupProbe: HEALTH }, kills('startupProbe')],
    ['no probe that kills', { readinessProbe: HEALTH }, []],
  ])('%s', (_, probes, expected) => {
    expect(places([PROBE_PATIENCE], alone(vllm(probes)))).toEqual(expected);
  });

  test('of the simulator is short', () => {
    expect(places([PROBE_PATIENCE], alone(simulator({ livenessProbe: HEALTH })))).toEqual([]);
  });
});

describe('the name of a port', () => {
  const place = (field: string, type = 'httpGet') => [`LLMD-PROBE-PORT-NAME spec.containers[0].${field}.${type}.port`];

  test.each<[string, object, string]>([
    ['its own', {}, 'http'],
    ['none', { ports: [{ containerPort: 8000 }] }, 'no named port'],
    ['no ports', { ports: undefined }, 'no named port'],
    [
      'two',
      {
        ports: [
          { name: 'a', containerPort: 1 },
          { name: 'b', containerPort: 2 },
        ],
      },
      'a, b',
    ],
  ])('is not there: %s', (_, fields, has) => {
    expect(diagnostics([PROBE_PORT_NAME], alone(vllm({ ...fields, readinessProbe: http('/', 'web') })))).toEqual([
      `${place('readinessProbe')[0]}: readinessProbe asks port web, and container vllm has ${has}; write the name of one of its ports, or a number`,
    ]);
  });

  test.each<[string, object, string[]]>([
    ['readinessProbe', { readinessProbe: http('/', 'http') }, []],
    ['a number', { readinessProbe: http('/', 1) }, []],
    ['startupProbe', { startupProbe: { tcpSocket: { port: 'web' } } }, place('startupProbe', 'tcpSocket')],
    ['livenessProbe', { livenessProbe: http('/', 'web') }, place('livenessProbe')],
    ['preStop', { lifecycle: { preStop: http('/', 'web') } }, place('lifecycle.preStop')],
    ['postStart', { lifecycle: { postStart: http('/', 'web') } }, place('lifecycle.postStart')],
    ['of another host', { livenessProbe: { httpGet: { port: 'web', host: 'a' } } }, []],
    ['of a command', { livenessProbe: { exec: { command: ['x'] } } }, []],
    ['not given', { livenessProbe: { httpGet: {} } }, []],
  ])('%s', (_, probes, expected) => {
    expect(places([PROBE_PORT_NAME], alone(vllm(probes)))).toEqual(expected);
  });

  test('is one of the same container', () => {
    const other = { name: 'other', readinessProbe: http('/', 'http') };
    expect(places([PROBE_PORT_NAME], [pod('p', { containers: [vllm(), other] })])).toEqual([
      'LLMD-PROBE-PORT-NAME spec.containers[1].readinessProbe.httpGet.port',
    ]);
  });
});

describe('the port of an engine', () => {
  const place = ['LLMD-PROBE-PORT spec.containers[0].readinessProbe.httpGet.port'];
  const probe = (port: number | string) => ({ readinessProbe: http('/health', port) });

  test('is another', () => {
    expect(diagnostics([PROBE_ENGINE_PORT], alone(vllm({ args: ['--port=8200'], ...probe('http') })))).toEqual([
      `${place[0]}: readinessProbe asks port 8000, and container vllm listens on 8200; ask port 8200, or start the engine with --port=8000`,
    ]);
  });

  test.each<[string, object, string[]]>([
    ['8000 by default', vllm(probe(8000)), []],
    ['and no other', vllm(probe(8001)), place],
    ['as it is given', vllm({ args: ['--port', '9000'], ...probe(9000) }), []],
    ['of the simulator', simulator({ args: ['--port=9000'], ...probe(8000) }), place],
    ['of the simulator, in two words', simulator({ args: ['--port', '9000'], ...probe(9000) }), []],
    ['of the simulator by default', simulator(probe(8001)), place],
    ['of a simulator with a file', simulator({ args: ['--config', 'a'], ...probe(1) }), []],
    ['of an unknown simulator', simulator({ ...UNKNOWN, ...probe(1) }), []],
    ['of a simulator with no number', simulator({ args: ['--port=x'], ...probe(1) }), []],
    ['of a simulator in a script', simulator({ command: ['sh', '-c', 'a; b'], ...probe(1) }), []],
    ['a name that is not there', vllm(probe('web')), []],
    ['an unknown port', vllm({ ...UNKNOWN, ...probe(1) }), []],
    ['no number', vllm({ args: ['--port=x'], ...probe(1) }), []],
    ['several servers', vllm({ args: ['--data-parallel-size=2'], ...probe(1) }), []],
    ['no server', vllm({ args: ['--headless'], ...probe(1) }), []],
    ['a script', vllm({ command: ['sh', '-c', 'a; vllm serve x'], args: undefined, ...probe(1) }), []],
    ['another program', { name: 'envoy', ...probe(1) }, []],
  ])('%s', (_, container, expected) => {
    expect(places([PROBE_ENGINE_PORT], alone(container))).toEqual(expected);
  });
});

describe('the path of an engine', () => {
  const place = ['LLMD-PROBE-PATH spec.containers[0].readinessProbe.httpGet.path'];
  const probe = (path: string | undefined, port = 8000) => ({ readinessProbe: http(path, port) });

  test.each<[string, object, string]>([
    [
      'vLLM',
      vllm(probe('/healthz')),
      'container vllm for /healthz, and vLLM knows /health, /v1/models, /ping, /version, /load, /metrics, /docs, /openapi.json',
    ],
    [
      'the simulator',
      simulator(probe('/ping')),
      'container sim for /ping, and the simulator knows /health, /health/ready, /ready, /v1/models, /metrics',
    ],
  ])('is none that %s knows', (_, container, text) => {
    expect(diagnostics([PROBE_ENGINE_PATH], alone(container))).toEqual([
      `${place[0]}: readinessProbe asks ${text}; ask for /health`,
    ]);
  });

  test.each<[string, object, string[]]>([
    ['/health', vllm(probe('/health')), []],
    ['/v1/models', vllm(probe('/v1/models?x=1')), []],
    ['/health/ready of the simulator', simulator(probe('/health/ready')), []],
    ['/health/ready of vLLM', vllm(probe('/health/ready')), place],
    ['nothing, which is /', vllm(probe(undefined)), place],
    ['of another port', vllm(probe('/ready', 8001)), []],
    ['of an unknown port', vllm({ ...UNKNOWN, ...probe('/x') }), []],
    ['of a socket', vllm({ readinessProbe: { tcpSocket: { port: 8000 } } }), []],
  ])('%s', (_, container, expected) => {
    expect(places([PROBE_ENGINE_PATH], alone(container))).toEqual(expected);
  });
});

test('the severity of each rule', () => {
  expect(
    Object.fromEntries(
      [PROBE_READINESS, PROBE_PATIENCE, PROBE_PORT_NAME, PROBE_ENGINE_PORT, PROBE_ENGINE_PATH].map(
        ({ code, severity }) => [code, severity],
      ),
    ),
  ).toEqual({
    'LLMD-PROBE-READINESS': 'warning',
    'LLMD-PROBE-PATIENCE': 'warning',
    'LLMD-PROBE-PORT-NAME': 'error',
    'LLMD-PROBE-PORT': 'error',
    'LLMD-PROBE-PATH': 'warning',
  });
});
