import { App } from 'cdk8s';
import {
  Accelerator,
  AcceleratorVendor,
  Engine,
  IntelGpuDriver,
  LlmdChart,
  Model,
  ModelServer,
  type ModelServerOptions,
  type SecurityException,
} from '../../lib';
import { findings } from '../support/findings';
import { find, mainContainer, podSpec } from '../support/objects';
import { synth } from '../support/synth';

const model = Model.huggingFace('facebook/opt-125m');

function objectsOf(accelerator: Accelerator, options: ModelServerOptions = {}) {
  const spec = { name: 'engine', image: 'example.com/engine:v1', accelerator };
  return synth((chart) => new ModelServer(chart, 'server', { model, engine: Engine.custom(spec), ...options }));
}

test('NVIDIA: resource, product and taint', () => {
  const objects = objectsOf(
    Accelerator.nvidia({ count: 4, product: 'NVIDIA-H100-80GB-HBM3', runtimeClassName: 'nvidia' }),
  );
  expect(mainContainer(objects).resources).toEqual({ limits: { 'nvidia.com/gpu': '4' } });
  expect(podSpec(objects)).toMatchObject({
    nodeSelector: { 'nvidia.com/gpu.product': 'NVIDIA-H100-80GB-HBM3' },
    tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
    runtimeClassName: 'nvidia',
  });
});

test.each<[string, Accelerator, string, string]>([
  [
    'a part of a GPU',
    Accelerator.nvidia({ count: 1, resource: 'nvidia.com/mig-3g.40gb' }),
    'nvidia.com/mig-3g.40gb',
    '1',
  ],
  ['AMD', Accelerator.amd({ count: 2 }), 'amd.com/gpu', '2'],
  ['Intel GPU', Accelerator.intelXpu({ count: 1 }), 'gpu.intel.com/xe', '1'],
  ['older Intel GPU', Accelerator.intelXpu({ count: 1, driver: IntelGpuDriver.I915 }), 'gpu.intel.com/i915', '1'],
  ['Gaudi', Accelerator.intelGaudi({ count: 8 }), 'habana.ai/gaudi', '8'],
  ['TPU', Accelerator.googleTpu({ type: 'tpu-v6e-slice', topology: '2x4' }), 'google.com/tpu', '8'],
  ['Ascend', Accelerator.ascend({ count: 8 }), 'huawei.com/Ascend910', '8'],
  ['any other', Accelerator.custom({ resource: 'example.com/npu', count: 1 }), 'example.com/npu', '1'],
])('%s: its resource is a limit', (_, accelerator, resource, count) => {
  expect(mainContainer(objectsOf(accelerator)).resources.limits).toEqual({ [resource]: count });
});

test.each<[string, Accelerator, number[] | undefined]>([
  ['an Intel GPU', Accelerator.intelXpu({ count: 1 }), [107]],
  ['an AMD GPU, as given', Accelerator.amd({ count: 1, groups: [44, 993] }), [44, 993]],
  ['an NVIDIA GPU', Accelerator.nvidia({ count: 1 }), undefined],
])('the groups of the devices: %s', (_, accelerator, supplementalGroups) => {
  expect(podSpec(objectsOf(accelerator)).securityContext.supplementalGroups).toEqual(supplementalGroups);
});

test('TPU: nodes by type and topology; a larger topology needs several hosts', () => {
  const spec = (topology: string) => Accelerator.googleTpu({ type: 'tpu7x', topology }).spec;
  expect(spec('2x2x1')).toMatchObject({ count: 4, hosts: 1 });
  expect(spec('2x2x2')).toMatchObject({ count: 4, hosts: 2 });
  expect(spec('2x2x2').nodeSelector).toEqual({
    'cloud.google.com/gke-tpu-accelerator': 'tpu7x',
    'cloud.google.com/gke-tpu-topology': '2x2x2',
  });
  expect(() => spec('3x3')).toThrow(/LLMD-ACCELERATOR-TOPOLOGY.*9 chips/);
});

test.each([
  ['tpu-v6e-slice', '1x1', 1, 1],
  ['tpu-v6e-slice', '2x4', 8, 1],
  ['tpu-v6e-slice', '4x4', 4, 4],
  ['tpu-v5-lite-podslice', '4x8', 4, 8],
  ['tpu-v5p-slice', '2x2x2', 4, 2],
])('TPU %s %s: %i chips on each of %i hosts', (type, topology, count, hosts) => {
  expect(Accelerator.googleTpu({ type, topology }).spec).toMatchObject({ count, hosts });
});

test('a DeviceClass: a template, a claim of the pod, and its use by the container', () => {
  const selectors = ['device.attributes["gpu.nvidia.com"].productName == "H100"'];
  const objects = objectsOf(Accelerator.deviceClaim({ deviceClass: 'gpu.nvidia.com', count: 2, selectors }));
  expect(find(objects, 'ResourceClaimTemplate').spec).toEqual({
    spec: {
      devices: {
        requests: [
          {
            name: 'accelerator',
            exactly: {
              deviceClassName: 'gpu.nvidia.com',
              allocationMode: 'ExactCount',
              count: 2,
              selectors: [{ cel: { expression: selectors[0] } }],
            },
          },
        ],
      },
    },
  });
  expect(podSpec(objects).resourceClaims).toEqual([
    { name: 'accelerators', resourceClaimTemplateName: 'server-gpu.nvidia.com-2' },
  ]);
  expect(mainContainer(objects).resources).toEqual({ claims: [{ name: 'accelerators' }] });
});

test('another number of devices is another template, since a template cannot change', () => {
  const nameWith = (count: number) =>
    find(objectsOf(Accelerator.deviceClaim({ deviceClass: 'gpu.intel.com', count })), 'ResourceClaimTemplate').metadata
      .name;
  expect([nameWith(1), nameWith(2)]).toEqual(['server-gpu.intel.com-1', 'server-gpu.intel.com-2']);
});

test('an unknown DeviceClass needs a vendor', () => {
  const claim = { deviceClass: 'constructor', count: 1 };
  expect(() => Accelerator.deviceClaim(claim)).toThrow(/LLMD-ACCELERATOR-VENDOR/);
  expect(Accelerator.deviceClaim({ ...claim, vendor: AcceleratorVendor.OTHER }).spec.vendor).toBe('other');
});

test("the user's nodes and tolerations are added; a contradiction is refused", () => {
  const accelerator = Accelerator.nvidia({ count: 1, product: 'A' });
  const pod = podSpec(
    objectsOf(accelerator, { nodeSelector: { zone: 'b' }, tolerations: [{ key: 'team', operator: 'Exists' }] }),
  );
  expect(pod.nodeSelector).toEqual({ 'nvidia.com/gpu.product': 'A', zone: 'b' });
  expect(pod.tolerations.map(({ key }: any) => key)).toEqual(['nvidia.com/gpu', 'team']);
  expect(() => objectsOf(accelerator, { nodeSelector: { 'nvidia.com/gpu.product': 'B' } })).toThrow(
    /LLMD-ACCELERATOR-NODE.*B.*expected nvidia.com.gpu.product: A/,
  );
});

describe('rights beyond restricted', () => {
  const reason = 'RDMA pins memory';
  const nvidia = (securityException?: SecurityException) => Accelerator.nvidia({ count: 8, securityException });

  test('are none by default', () => {
    const objects = objectsOf(nvidia());
    expect(podSpec(objects).securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
    expect(mainContainer(objects).securityContext.capabilities).toEqual({ drop: ['ALL'] });
  });

  test('are root with the named capabilities, and nothing else', () => {
    const objects = objectsOf(nvidia({ reason, capabilities: ['IPC_LOCK'] }));
    expect(podSpec(objects).securityContext).toMatchObject({
      runAsNonRoot: false,
      runAsUser: 0,
      fsGroup: 1000,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(mainContainer(objects).securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'], add: ['IPC_LOCK'] },
    });
  });

  test('have a reason, so validation does not warn of them', () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation();
    const app = new App();
    const chart = new LlmdChart(app, 'test');
    const spec = { name: 'engine', image: 'example.com/engine:v1' };
    const accelerator = nvidia({ reason, capabilities: ['IPC_LOCK'] });
    new ModelServer(chart, 'server', { model, engine: Engine.custom({ ...spec, accelerator }) });
    expect(findings(chart.toJson()).map((text) => text.replace(/:.*/, ''))).toEqual([
      'LLMD-SECURITY-CAPABILITIES',
      'LLMD-SECURITY-NON-ROOT',
      'LLMD-SECURITY-ROOT-USER',
    ]);
    app.synthYaml();
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});

test('an update without a surge', () => {
  const objects = objectsOf(Accelerator.nvidia({ count: 8 }), { rollout: { maxSurge: 0, maxUnavailable: 1 } });
  expect(find(objects, 'Deployment').spec.strategy).toEqual({
    type: 'RollingUpdate',
    rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
  });
});

test.each<[string, Exclude<keyof typeof Accelerator, 'prototype'>, any, RegExp]>([
  ['no options', 'nvidia', undefined, /LLMD-OPTION-TYPE at Accelerator.nvidia/],
  ['a number', 'nvidia', 4, /LLMD-OPTION-TYPE/],
  ['no count', 'nvidia', {}, /LLMD-OPTION-MISSING.*count/],
  ['count 0', 'nvidia', { count: 0 }, /LLMD-OPTION-RANGE.*count 0/],
  ['count NaN', 'amd', { count: NaN }, /LLMD-OPTION-RANGE.*NaN/],
  ['count in quotes', 'amd', { count: '4' }, /LLMD-OPTION-TYPE.*"4"/],
  ['a misspelled option', 'nvidia', { count: 1, prodcut: 'x' }, /LLMD-OPTION-UNKNOWN.*write product/],
  ['a product with a line break', 'nvidia', { count: 1, product: 'a\nb: c' }, /LLMD-OPTION-TEXT/],
  ['a product with spaces', 'nvidia', { count: 1, product: 'NVIDIA H100' }, /node label/],
  ['a resource without a prefix', 'ascend', { count: 1, resource: 'gpu' }, /extended resource/],
  ['an unknown driver', 'intelXpu', { count: 1, driver: 'i910' }, /LLMD-OPTION-CHOICE.*i915 or xe/],
  ['group 0', 'amd', { count: 1, groups: [0] }, /groups\[0\] 0/],
  ['a topology with a star', 'googleTpu', { type: 'tpu7x', topology: '2*2' }, /for example 2x4/],
  ['no topology', 'googleTpu', { type: 'tpu7x' }, /LLMD-OPTION-MISSING.*topology/],
  ['an env value that is a text', 'custom', { resource: 'a.b/c', count: 1, env: { A: '1' } }, /env\.A "1"/],
  [
    'an exception without a reason',
    'amd',
    { count: 1, securityException: {} },
    /LLMD-OPTION-MISSING.*securityException.reason/,
  ],
  [
    'a capability with CAP_',
    'amd',
    { count: 1, securityException: { reason: 'x', capabilities: ['CAP_SYS_NICE'] } },
    /without CAP_/,
  ],
  ['a device class with a slash', 'deviceClaim', { deviceClass: 'a/b', count: 1 }, /deviceClass "a\/b"/],
])('%s is refused', (_, make, options, message) => {
  expect(() => Accelerator[make](options)).toThrow(message);
});
