import { PROBE_ENGINE_PATH } from '../../../../../lib/validation/rules/pod/probes/engine-path';
import { diagnostics, places } from '../../../../support/diagnostics';
import { pod, simulator, vllm } from '../../../../support/manifests';

const http = (path: string | undefined, port: number | string, fields: object = {}) => ({
  httpGet: { path, port },
  ...fields,
});

/** An argument of unknown value. */
const UNKNOWN = {
  args: ['$(SECRET)'],
  env: [{ name: 'SECRET', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }],
};

const alone = (container: object) => [pod('vllm', { containers: [container] })];

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
