import { VLLM_WRITABLE } from '../../../../../lib/validation/rules/pod/vllm/writable';
import { diagnostics, places } from '../../../../support/diagnostics';
import { podWith, simulator, vllm } from '../../../../support/manifests';

describe('a read-only root', () => {
  const PLACE = 'LLMD-VLLM-WRITABLE spec.containers[0].volumeMounts';
  const missing = (path: string) =>
    `${PLACE}: container vllm has a read-only root and no writable volume at ${path}, where vLLM writes; mount an emptyDir at ${path}`;
  const HOME = { name: 'HOME', value: '/home/vllm' };
  const readOnly = (env: object[], ...mounts: (string | object)[]) =>
    podWith(
      vllm({
        env,
        securityContext: { readOnlyRootFilesystem: true },
        volumeMounts: mounts.map((mount) => (typeof mount === 'string' ? { name: 'v', mountPath: mount } : mount)),
      }),
    );

  test.each<[string, object[], string[]]>([
    ['nothing to write to', readOnly([HOME]), [missing('/tmp'), missing('/home/vllm/.cache')]],
    ['both', readOnly([HOME], '/tmp', '/home/vllm/.cache'), []],
    ['all of home', readOnly([HOME], '/tmp/', '/home/vllm'), []],
    ['only its own part', readOnly([HOME], '/tmp', '/home/vllm/.cache/vllm'), []],
    ['everything', readOnly([HOME], '/'), []],
    [
      'a name that only begins the same',
      readOnly([HOME], '/tmp', '/home/vll', '/home/vllm/.cach'),
      [missing('/home/vllm/.cache')],
    ],
    [
      'read-only volumes',
      readOnly([HOME], '/tmp', { name: 'v', mountPath: '/home/vllm/.cache', readOnly: true }),
      [missing('/home/vllm/.cache')],
    ],
    [
      'a read-only one inside',
      readOnly([HOME], '/tmp', '/home', { name: 'v', mountPath: '/home/vllm', readOnly: true }),
      [missing('/home/vllm/.cache')],
    ],
    ['a home that is not set', readOnly([], '/tmp'), [missing('/home/vllm/.cache')]],
    ['the home of root', readOnly([], '/tmp', '/root/.cache'), []],
    ['no home, which is /', readOnly([], '/tmp', '/.cache'), []],
    ['an unknown home', readOnly([{ name: 'HOME', valueFrom: {} }], '/tmp'), []],
    ['a cache of its own', readOnly([HOME, { name: 'VLLM_CACHE_ROOT', value: '/cache' }], '/tmp', '/cache'), []],
    [
      'a cache of its own, missing',
      readOnly([HOME, { name: 'VLLM_CACHE_ROOT', value: '/cache' }], '/tmp', '/home'),
      [missing('/cache')],
    ],
    ['a cache of its own, unknown', readOnly([HOME, { name: 'VLLM_CACHE_ROOT', valueFrom: {} }], '/tmp'), []],
    ['a cache for all', readOnly([HOME, { name: 'XDG_CACHE_HOME', value: '/cache' }], '/tmp', '/cache'), []],
    [
      'a cache for all, missing',
      readOnly([HOME, { name: 'XDG_CACHE_HOME', value: '/cache' }], '/tmp'),
      [missing('/cache/vllm')],
    ],
    ['a cache for all, unknown', readOnly([HOME, { name: 'XDG_CACHE_HOME', valueFrom: {} }], '/tmp'), []],
    [
      'another directory for what is short-lived',
      readOnly([HOME, { name: 'TMPDIR', value: '/scratch' }], '/home'),
      [missing('/scratch')],
    ],
    ['one of unknown value', readOnly([HOME, { name: 'TMPDIR', valueFrom: {} }], '/home'), []],
  ])('%s', (_, objects, expected) => {
    expect(diagnostics([VLLM_WRITABLE], objects)).toEqual(expected);
  });

  test.each<[string, object]>([
    ['of the simulator', simulator({ securityContext: { readOnlyRootFilesystem: true } })],
    ['that is not', vllm({ securityContext: { readOnlyRootFilesystem: false } })],
    ['that is not asked for', vllm()],
  ])('%s', (_, container) => {
    expect(places([VLLM_WRITABLE], podWith(container))).toEqual([]);
  });
});
