import { PROBE_ENGINE_PATH } from '../../../../../lib/validation/rules/pod/probes/engine-path';
import { diagnostics, places } from '../../../../support/diagnostics';
import { podWith, simulator, vllm } from '../../../../support/manifests';
import { httpProbe, UNKNOWN_ARGS } from '../../../../support/probes';

describe('the path of an engine', () => {
  const place = ['LLMD-PROBE-PATH spec.containers[0].readinessProbe.httpGet.path'];
  const probe = (path: string | undefined, port = 8000) => ({ readinessProbe: httpProbe(path, port) });

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
    expect(diagnostics([PROBE_ENGINE_PATH], podWith(container))).toEqual([
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
    ['of an unknown port', vllm({ ...UNKNOWN_ARGS, ...probe('/x') }), []],
    ['of a socket', vllm({ readinessProbe: { tcpSocket: { port: 8000 } } }), []],
  ])('%s', (_, container, expected) => {
    expect(places([PROBE_ENGINE_PATH], podWith(container))).toEqual(expected);
  });
});
