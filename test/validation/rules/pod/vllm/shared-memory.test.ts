import { VLLM_SHARED_MEMORY } from '../../../../../lib/validation/rules/pod/vllm/shared-memory';
import { diagnostics, places } from '../../../../support/diagnostics';
import { podWith, simulator, vllm } from '../../../../support/manifests';

describe('shared memory', () => {
  const PLACE = 'LLMD-VLLM-SHARED-MEMORY spec.containers[0].volumeMounts';
  const text = (has: string) =>
    `${PLACE}: container vllm has ${has}, and the worker processes of vLLM want 240 MiB; mount an emptyDir with medium: Memory and a sizeLimit of 512Mi or more at /dev/shm`;
  const mounted = (emptyDir: object, mountPath = '/dev/shm') =>
    podWith(vllm({ volumeMounts: [{ name: 'shm', mountPath }] }), { volumes: [{ name: 'shm', emptyDir }] });
  const GPU = 'vllm/vllm-openai:v0.32.0';

  test.each<[string, object[], string[]]>([
    ['none', podWith(vllm()), [text('no volume at /dev/shm, so 64 MiB there')]],
    ['too little', mounted({ medium: 'Memory', sizeLimit: '239Mi' }), [text('239 MiB at /dev/shm')]],
    ['enough', mounted({ medium: 'Memory', sizeLimit: '240Mi' }), []],
    ['as much as the node has', mounted({ medium: 'Memory' }), []],
    ['elsewhere', mounted({ medium: 'Memory' }, '/shm'), [text('no volume at /dev/shm, so 64 MiB there')]],
    ['with a slash', mounted({ medium: 'Memory' }, '/dev/shm/'), []],
    ['that of the node', podWith(vllm(), { hostIPC: true }), []],
    ['a volume that is not there', podWith(vllm({ volumeMounts: [{ name: 'x', mountPath: '/dev/shm' }] })), []],
  ])('%s', (_, objects, expected) => {
    expect(diagnostics([VLLM_SHARED_MEMORY], objects)).toEqual(expected);
  });

  test.each<[string, object, number]>([
    ['one GPU', vllm({ image: GPU }), 0],
    ['one GPU, by its flag', vllm({ image: GPU, args: ['--tensor-parallel-size=1'] }), 0],
    ['two GPUs', vllm({ image: GPU, args: ['--tensor-parallel-size=2'] }), 1],
    ['CPUs by a setting', vllm({ image: GPU, env: [{ name: 'VLLM_CPU_KVCACHE_SPACE', value: '1' }] }), 1],
    ['CPUs by its image', vllm({ image: 'ghcr.io/llm-d/llm-d-cpu:v0.10.0' }), 1],
    [
      'another program',
      simulator({ image: 'ghcr.io/llm-d/llm-d-inference-sim', env: [{ name: 'VLLM_CPU_KVCACHE_SPACE' }] }),
      0,
    ],
  ])('of %s', (_, container, count) => {
    expect(places([VLLM_SHARED_MEMORY], podWith(container))).toHaveLength(count);
  });
});
