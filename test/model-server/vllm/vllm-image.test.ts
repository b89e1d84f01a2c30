import { Size } from 'cdk8s';
import { AcceleratorVendor, Engine, KvTransfer, type VllmOptions } from '../../../lib';
import { accelerator, DRAIN, GPU, specify } from '../../support/vllm';

describe('image and version', () => {
  const { NVIDIA, AMD, INTEL_XPU, GOOGLE_TPU, INTEL_GAUDI, ASCEND, OTHER } = AcceleratorVendor;

  test.each<[AcceleratorVendor, string | undefined, string]>([
    [NVIDIA, undefined, 'vllm/vllm-openai:v0.32.0'],
    [AMD, undefined, 'vllm/vllm-openai-rocm:v0.32.0'],
    [INTEL_XPU, undefined, 'vllm/vllm-openai-xpu:v0.32.0'],
    [GOOGLE_TPU, undefined, 'vllm/vllm-tpu:v0.32.0'],
    [NVIDIA, '0.18.1', 'vllm/vllm-openai:v0.18.1'],
    [NVIDIA, '0.18.0', 'vllm/vllm-openai:v0.18.0'],
    [GOOGLE_TPU, '0.20.2', 'vllm/vllm-tpu:v0.20.0'],
    [NVIDIA, '0.99.1', 'vllm/vllm-openai:v0.99.1'],
    [AMD, '0.99.1', 'vllm/vllm-openai-rocm:v0.99.1'],
    [NVIDIA, '0.9.2', 'vllm/vllm-openai:v0.9.2'],
  ])('%s %s', (vendor, version, image) => {
    expect(specify({ accelerator: accelerator(vendor), version }).image).toBe(image);
  });

  test.each([INTEL_GAUDI, ASCEND, OTHER])('%s needs an image', (vendor) => {
    const image = 'registry.example/vllm-of-a-vendor:v3';
    expect(() => specify({ accelerator: accelerator(vendor) })).toThrow(/^LLMD-ENGINE-ACCELERATOR.*nvidia/);
    expect(specify({ accelerator: accelerator(vendor), image }).image).toBe(image);
  });

  test('a version without an image for the accelerator', () => {
    expect(() => specify({ accelerator: accelerator(AMD), version: '0.10.2' })).toThrow(
      "LLMD-ENGINE-IMAGE at Engine.vllm: got vLLM 0.10.2 for rocm, expected a version with an image for it, of 0.14.1 to 0.33.0. Fix: pass version: '0.33.0', or an image of your own.",
    );
  });

  test('a version that the image contradicts', () => {
    expect(() => specify({ image: 'vllm/vllm-openai:v0.32.0', version: '0.30.0' })).toThrow(/^LLMD-ENGINE-VERSION/);
    expect(() => specify({ image: 'vllm/vllm-openai:v0.32.0', version: '0.32.0' })).not.toThrow();
  });

  test.each<[Partial<VllmOptions>, boolean]>([
    [{}, true],
    [{ version: '0.18.1' }, true],
    [{ version: '0.17.1' }, false],
    [{ version: '0.10.2' }, false],
    [{ version: '0.99.0' }, true],
    [{ image: 'registry.example/engine:v1' }, false],
    [{ image: 'registry.example/engine:v1', version: '0.30.0' }, true],
    [{ image: 'mirror.example/vllm/vllm-openai:v0.17.1' }, false],
  ])('only a version that can finish requests is told to: %j', (options, can) => {
    const spec = specify(options);
    expect(spec.finishesRequests).toBe(can);
    expect(spec.args!.includes(DRAIN)).toBe(can);
  });

  test.each<[string, Partial<VllmOptions>, string]>([
    ['0.15.1', { disableAccessLogForEndpoints: ['/health'] }, '0.16'],
    ['0.21.0', { dataParallelSize: 2, dataParallelMultiPortExternalLb: true }, '0.22'],
    ['0.29.0', { enableScaleOut: true }, '0.30'],
    ['0.12.0', { kvTransfer: KvTransfer.mooncake() }, '0.13'],
    ['0.13.0', { kvTransfer: KvTransfer.offloading({ cpuBytes: Size.gibibytes(1) }) }, '0.14'],
    ['0.21.0', { kvTransfer: KvTransfer.offloading({ cpuBytes: Size.gibibytes(1), fileSystemPath: '/kv' }) }, '0.22'],
  ])('vLLM %s refuses %j', (version, options, since) => {
    expect(() => Engine.vllm({ accelerator: GPU, version, ...options })).toThrow(
      new RegExp(`^LLMD-ENGINE-OPTION-VERSION at Engine.vllm: got .* with vLLM ${version}, expected vLLM ${since} or`),
    );
  });
});
