import { POOL_RANK_PORTS } from '../../../../../lib/validation/rules/routing/pool/pool-rank-ports';
import { diagnostics, places } from '../../../../support/diagnostics';
import { deployment, pickerContainer, pool, simulator, vllm } from '../../../../support/manifests';

describe('the ports of ranks', () => {
  const MULTI = ['--data-parallel-size=4', '--data-parallel-size-local=3', '--data-parallel-multi-port-external-lb'];
  const SIDECAR = {
    name: 'proxy',
    image: 'ghcr.io/llm-d/llm-d-router-disagg-sidecar:v0.10.0',
    restartPolicy: 'Always',
  };
  const rank = (number: number, port: number) =>
    vllm({
      name: `rank${number}`,
      args: ['--data-parallel-size=2', `--data-parallel-rank=${number}`, `--port=${port}`],
    });
  const servers = (spec: object) => deployment('llm', spec);
  const one = (container: object) => servers({ containers: [container] });

  test('are not all of the pool', () => {
    expect(diagnostics([POOL_RANK_PORTS], [pool('opt', 'llm'), one(vllm({ args: MULTI }))])).toEqual([
      'LLMD-POOL-RANK-PORTS spec.targetPorts: the target ports are 8000, and the ranks of Deployment default/llm listen on 8000, 8001 and 8002: those on 8001 and 8002 get no requests; add 8001 and 8002 to the target ports',
    ]);
  });

  test.each<[string, readonly number[], object, number]>([
    ['all', [8000, 8001, 8002], one(vllm({ args: MULTI })), 0],
    ['one missing', [8000, 8002], one(vllm({ args: MULTI })), 1],
    ['behind a proxy', [8000], one(vllm({ args: [...MULTI, '--port=8200'] })), 0],
    ['all on this node', [8000], one(vllm({ args: [MULTI[0], MULTI[2]] })), 1],
    ['one server for all', [8000], one(vllm({ args: [MULTI[0]] })), 0],
    ['a container for each', [8000], servers({ containers: [rank(0, 8000), rank(1, 8001)] }), 1],
    ['a container for each, all of the pool', [8000, 8001], servers({ containers: [rank(0, 8000), rank(1, 8001)] }), 0],
    ['the simulator', [8000], one(simulator({ args: ['--data-parallel-size', '2'] })), 1],
    ['the simulator on another port', [9000], one(simulator({ args: ['--port=9000', '--data-parallel-size=2'] })), 1],
    ['one simulator', [8000], one(simulator()), 0],
    [
      'a sidecar',
      [8000],
      servers({
        containers: [vllm({ args: ['--port=8200'] })],
        initContainers: [{ ...SIDECAR, args: ['--port=8000', '--data-parallel-size=2'] }],
      }),
      1,
    ],
    [
      'a sidecar of one rank',
      [8000],
      servers({ containers: [vllm({ args: ['--port=8200'] })], initContainers: [SIDECAR] }),
      0,
    ],
  ])('%s', (_, ports, server, count) => {
    expect(places([POOL_RANK_PORTS], [pool('opt', 'llm', { ports: [...ports] }), server])).toHaveLength(count);
  });

  test.each([
    ['data-parallel-profile-handler', 0],
    ['single-profile-handler', 1],
  ])('with %s', (type, count) => {
    const config = JSON.stringify({ plugins: [{ type }] });
    const picker = deployment('epp', { containers: [pickerContainer(['--pool-name=opt', `--config-text=${config}`])] });
    expect(places([POOL_RANK_PORTS], [pool('opt', 'llm'), picker, one(vllm({ args: MULTI }))])).toHaveLength(count);
  });
});
