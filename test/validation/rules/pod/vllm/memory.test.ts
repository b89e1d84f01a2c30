import { VLLM_MEMORY } from '../../../../../lib/validation/rules/pod/vllm/memory';
import { diagnostics, places } from '../../../../support/diagnostics';
import { podWith, simulator, vllm } from '../../../../support/manifests';

describe('memory', () => {
  const PLACE = 'LLMD-VLLM-MEMORY spec.containers[0].resources.limits.memory';
  const cache = (value: string) => [{ name: 'VLLM_CPU_KVCACHE_SPACE', value }];
  const limit = (memory: string) => ({ limits: { memory } });

  test('does not hold the cache', () => {
    expect(diagnostics([VLLM_MEMORY], podWith(vllm({ env: cache('4'), resources: limit('4608Mi') })))).toEqual([
      `${PLACE}: container vllm may use 4.5 GiB, and its KV cache takes 4 GiB and the rest of vLLM at least 1 GiB; raise the limit, or lower VLLM_CPU_KVCACHE_SPACE`,
    ]);
  });

  test.each<[string, object, string[]]>([
    ['a byte missing', vllm({ env: cache('4'), resources: limit('5368709119') }), [PLACE]],
    ['just enough', vllm({ env: cache('4'), resources: limit('5Gi') }), []],
    ['no limit', vllm({ env: cache('4') }), []],
    ['no cache', vllm({ resources: limit('1Mi') }), []],
    [
      'an unknown cache',
      vllm({ env: [{ name: 'VLLM_CPU_KVCACHE_SPACE', valueFrom: {} }], resources: limit('1Mi') }),
      [],
    ],
    ['no number', vllm({ env: cache('much'), resources: limit('1Mi') }), []],
    ['another program', simulator({ env: cache('4'), resources: limit('1Mi') }), []],
  ])('%s', (_, container, expected) => {
    expect(places([VLLM_MEMORY], podWith(container))).toEqual(expected);
  });
});
