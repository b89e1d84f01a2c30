import { SIMULATOR_DEVICE } from '../../../../../lib/validation/rules/pod/resources/simulator-device';
import { diagnostics } from '../../../../support/diagnostics';
import { pod, simulator, vllm } from '../../../../support/manifests';

describe('a simulator', () => {
  const check = (container: object) => diagnostics([SIMULATOR_DEVICE], [pod('p', { containers: [container] })]);

  test.each([
    ['limits', { limits: { memory: '1Gi', 'nvidia.com/gpu': 1 } }],
    ['requests', { requests: { 'nvidia.com/gpu': 1 } }],
    ['limits', { requests: { 'nvidia.com/gpu': 1 }, limits: { 'nvidia.com/gpu': 1 } }],
  ])('asks for an accelerator in %s', (field, resources) => {
    expect(check(simulator({ resources }))).toEqual([
      `LLMD-SIMULATOR-DEVICE spec.containers[0].resources.${field}["nvidia.com/gpu"]: the simulator in container sim asks for nvidia.com/gpu, and it computes nothing; take nvidia.com/gpu away`,
    ]);
  });

  test.each<[string, object]>([
    ['asks for none', simulator({ resources: { requests: { cpu: '10m' } } })],
    ['asks for nothing', simulator()],
    ['is no vLLM', vllm({ resources: { limits: { 'nvidia.com/gpu': 1 } } })],
  ])('%s', (_, container) => {
    expect(check(container)).toEqual([]);
  });
});
