import { PROBE_ENGINE_PORT } from '../../../../../lib/validation/rules/pod/probes/engine-port';
import { diagnostics, places } from '../../../../support/diagnostics';
import { podWith, simulator, vllm } from '../../../../support/manifests';
import { httpProbe, UNKNOWN_ARGS } from '../../../../support/probes';

describe('the port of an engine', () => {
  const place = ['LLMD-PROBE-PORT spec.containers[0].readinessProbe.httpGet.port'];
  const probe = (port: number | string) => ({ readinessProbe: httpProbe('/health', port) });

  test('is another', () => {
    expect(diagnostics([PROBE_ENGINE_PORT], podWith(vllm({ args: ['--port=8200'], ...probe('http') })))).toEqual([
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
    ['of an unknown simulator', simulator({ ...UNKNOWN_ARGS, ...probe(1) }), []],
    ['of a simulator with no number', simulator({ args: ['--port=x'], ...probe(1) }), []],
    ['of a simulator in a script', simulator({ command: ['sh', '-c', 'a; b'], ...probe(1) }), []],
    ['a name that is not there', vllm(probe('web')), []],
    ['an unknown port', vllm({ ...UNKNOWN_ARGS, ...probe(1) }), []],
    ['no number', vllm({ args: ['--port=x'], ...probe(1) }), []],
    ['several servers', vllm({ args: ['--data-parallel-size=2'], ...probe(1) }), []],
    ['no server', vllm({ args: ['--headless'], ...probe(1) }), []],
    ['a script', vllm({ command: ['sh', '-c', 'a; vllm serve x'], args: undefined, ...probe(1) }), []],
    ['another program', { name: 'envoy', ...probe(1) }, []],
  ])('%s', (_, container, expected) => {
    expect(places([PROBE_ENGINE_PORT], podWith(container))).toEqual(expected);
  });
});
