import { SERVICE_LINKS } from '../../../../lib/validation/rules/pod/service-links';
import { VLLM_MEMORY } from '../../../../lib/validation/rules/pod/vllm/memory';
import { VLLM_SHARED_MEMORY } from '../../../../lib/validation/rules/pod/vllm/shared-memory';
import { VLLM_WRITABLE } from '../../../../lib/validation/rules/pod/vllm/writable';
import { diagnostics, places } from '../../../support/diagnostics';
import { pod, service, simulator, vllm } from '../../../support/manifests';

const alone = (container: object, spec: object = {}) => [pod('vllm', { containers: [container], ...spec })];

describe('memory', () => {
  const PLACE = 'LLMD-VLLM-MEMORY spec.containers[0].resources.limits.memory';
  const cache = (value: string) => [{ name: 'VLLM_CPU_KVCACHE_SPACE', value }];
  const limit = (memory: string) => ({ limits: { memory } });

  test('does not hold the cache', () => {
    expect(diagnostics([VLLM_MEMORY], alone(vllm({ env: cache('4'), resources: limit('4608Mi') })))).toEqual([
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
    expect(places([VLLM_MEMORY], alone(container))).toEqual(expected);
  });
});

describe('shared memory', () => {
  const PLACE = 'LLMD-VLLM-SHARED-MEMORY spec.containers[0].volumeMounts';
  const text = (has: string) =>
    `${PLACE}: container vllm has ${has}, and the worker processes of vLLM want 240 MiB; mount an emptyDir with medium: Memory and a sizeLimit of 512Mi or more at /dev/shm`;
  const mounted = (emptyDir: object, mountPath = '/dev/shm') =>
    alone(vllm({ volumeMounts: [{ name: 'shm', mountPath }] }), { volumes: [{ name: 'shm', emptyDir }] });
  const GPU = 'vllm/vllm-openai:v0.32.0';

  test.each<[string, object[], string[]]>([
    ['none', alone(vllm()), [text('no volume at /dev/shm, so 64 MiB there')]],
    ['too little', mounted({ medium: 'Memory', sizeLimit: '239Mi' }), [text('239 MiB at /dev/shm')]],
    ['enough', mounted({ medium: 'Memory', sizeLimit: '240Mi' }), []],
    ['as much as the node has', mounted({ medium: 'Memory' }), []],
    ['elsewhere', mounted({ medium: 'Memory' }, '/shm'), [text('no volume at /dev/shm, so 64 MiB there')]],
    ['with a slash', mounted({ medium: 'Memory' }, '/dev/shm/'), []],
    ['that of the node', alone(vllm(), { hostIPC: true }), []],
    ['a volume that is not there', alone(vllm({ volumeMounts: [{ name: 'x', mountPath: '/dev/shm' }] })), []],
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
    expect(places([VLLM_SHARED_MEMORY], alone(container))).toHaveLength(count);
  });
});

describe('a read-only root', () => {
  const PLACE = 'LLMD-VLLM-WRITABLE spec.containers[0].volumeMounts';
  const missing = (path: string) =>
    `${PLACE}: container vllm has a read-only root and no writable volume at ${path}, where vLLM writes; mount an emptyDir at ${path}`;
  const HOME = { name: 'HOME', value: '/home/vllm' };
  const readOnly = (env: object[], ...mounts: (string | object)[]) =>
    alone(
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
    expect(places([VLLM_WRITABLE], alone(container))).toEqual([]);
  });
});

describe('a Service', () => {
  const PLACE = 'LLMD-POD-SERVICE-LINKS spec.enableServiceLinks';
  const SERVICE = service('vllm', 'vllm');

  test('that vLLM takes for a setting', () => {
    expect(diagnostics([SERVICE_LINKS], [SERVICE, ...alone(vllm())])).toEqual([
      `${PLACE}: Service vllm gives container vllm the variable VLLM_PORT=tcp://…, which vLLM reads as a number; set enableServiceLinks: false in the pod, or rename the Service`,
    ]);
  });

  test.each<[string, object[], string[]]>([
    ['of another name', [service('vllm-model', 'vllm'), ...alone(vllm())], []],
    ['of another setting’s name', [service('vllm-nixl-side-channel', 'vllm'), ...alone(vllm())], [PLACE]],
    ['two of them', [SERVICE, service('vllm-dp-master', 'vllm'), ...alone(vllm())], [PLACE, PLACE]],
    ['in another namespace', [service('vllm', 'vllm', {}, { namespace: 'other' }), ...alone(vllm())], []],
    ['without an address', [service('vllm', 'vllm', { clusterIP: 'None' }), ...alone(vllm())], []],
    ['that is only a name', [service('vllm', 'vllm', { type: 'ExternalName' }), ...alone(vllm())], []],
    ['that the pod does not see', [SERVICE, ...alone(vllm(), { enableServiceLinks: false })], []],
    ['that the pod asks to see', [SERVICE, ...alone(vllm(), { enableServiceLinks: true })], [PLACE]],
    ['that the container overrides', [SERVICE, ...alone(vllm({ env: [{ name: 'VLLM_PORT', value: '1' }] }))], []],
    ['beside another setting', [SERVICE, ...alone(vllm({ env: [{ name: 'HOME', value: '/' }] }))], [PLACE]],
    ['beside another program', [SERVICE, ...alone(simulator())], []],
  ])('%s', (_, objects, expected) => {
    expect(places([SERVICE_LINKS], objects)).toEqual(expected);
  });
});

test('the severity of each rule', () => {
  expect(
    Object.fromEntries(
      [SERVICE_LINKS, VLLM_MEMORY, VLLM_SHARED_MEMORY, VLLM_WRITABLE].map(({ code, severity }) => [code, severity]),
    ),
  ).toEqual({
    'LLMD-POD-SERVICE-LINKS': 'error',
    'LLMD-VLLM-MEMORY': 'error',
    'LLMD-VLLM-SHARED-MEMORY': 'warning',
    'LLMD-VLLM-WRITABLE': 'error',
  });
});
