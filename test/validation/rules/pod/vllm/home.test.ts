import { VLLM_HOME } from '../../../../../lib/validation/rules/pod/vllm/home';
import { diagnostics, places } from '../../../../support/diagnostics';
import { pod, podWith, simulator, vllm } from '../../../../support/manifests';

describe('a home', () => {
  const AS_USER = { securityContext: { runAsUser: 1000 } };
  const env = (name: string, value: string) => ({ env: [{ name, value }] });
  const mount = (mountPath: string, readOnly?: boolean) => ({ volumeMounts: [{ name: 'v', mountPath, readOnly }] });

  test('is not writable', () => {
    expect(diagnostics([VLLM_HOME], podWith(vllm(AS_USER)))).toEqual([
      'LLMD-VLLM-HOME spec.containers[0].env: container vllm runs as user 1000, HOME is not set, and nothing writable is mounted for its home; mount an emptyDir, for example at /home/vllm, and set HOME to that path',
    ]);
  });

  test.each<[string, object, number]>([
    ['of root', env('HOME', '/root'), 1],
    ['at the root', env('HOME', '/'), 1],
    ['of the image', env('HOME', '/home/vllm'), 0],
    ['that is not known', { env: [{ name: 'HOME', valueFrom: {} }] }, 0],
    ['mounted', mount('/.cache'), 0],
    ['mounted, read-only', mount('/.cache', true), 1],
    ['of root, mounted', { ...env('HOME', '/root'), ...mount('/root') }, 0],
    ['of root, with a mount elsewhere', { ...env('HOME', '/root'), ...mount('/.cache') }, 1],
    ['with a cache elsewhere', env('VLLM_CACHE_ROOT', '/tmp/vllm'), 0],
    ['with a cache that is no mount', env('XDG_CACHE_HOME', '/cache'), 1],
    ['with a cache in a mount', { ...env('XDG_CACHE_HOME', '/cache'), ...mount('/cache') }, 0],
    ['for root', { securityContext: { runAsUser: 0 } }, 0],
    ['for the user of the image', { securityContext: {} }, 0],
    ['with a read-only root', { securityContext: { runAsUser: 1000, readOnlyRootFilesystem: true } }, 0],
    ['in another image', { image: 'ghcr.io/llm-d/llm-d-cuda:v0.5.0' }, 0],
    ['in an image for other users', { image: 'vllm/vllm-openai-nonroot:v0.32.0' }, 0],
  ])('%s', (_, fields, count) => {
    expect(places([VLLM_HOME], podWith(vllm({ ...AS_USER, ...fields })))).toHaveLength(count);
  });

  test('of the simulator, and of a pod', () => {
    expect(places([VLLM_HOME], podWith(simulator(AS_USER)))).toEqual([]);
    expect(places([VLLM_HOME], [pod('vllm', { containers: [vllm()], ...AS_USER })])).toHaveLength(1);
  });
});
