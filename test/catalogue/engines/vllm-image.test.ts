import { VLLM, VLLM_VERSIONS } from '../../../lib/catalogue/engines/vllm';
import { versionInTag, vllmVersionOfImage } from '../../../lib/catalogue/engines/vllm-image';

test.each<[string, string | undefined, string | undefined]>([
  ['vllm/vllm-openai:v0.32.0', '0.32.0', 'v0.32.0'],
  ['vllm/vllm-openai:v0.32.1', '0.32.0', 'v0.32.1'],
  ['vllm/vllm-openai:0.10', '0.10.2', '0.10'],
  ['vllm/vllm-openai:v0.11.0-x86_64', '0.11.2', 'v0.11.0'],
  ['registry.example.com:5000/mirror/vllm-openai-rocm:v0.14.0@sha256:0123', '0.14.1', 'v0.14.0'],
  ['docker.io/vllm/vllm-tpu:v0.27.0', '0.27.1', 'v0.27.0'],
  ['example.com/vllm:0.18.0', '0.18.1', '0.18.0'],
  ['vllm/vllm-openai:v0.9.2', undefined, 'v0.9.2'],
  ['vllm/vllm-openai:v0.99.0', undefined, 'v0.99.0'],
  ['vllm/vllm-openai:v1.18.0', undefined, 'v1.18.0'],
  ['vllm/vllm-openai:latest', undefined, undefined],
  ['vllm/vllm-openai:nightly-0123', undefined, undefined],
  ['vllm/vllm-openai', undefined, undefined],
  ['localhost:5000/vllm/vllm-openai', undefined, undefined],
  ['vllm/vllm-openai@sha256:0123', undefined, undefined],
  ['ghcr.io/llm-d/llm-d-cuda:v0.10.0', undefined, 'v0.10.0'],
  ['example.com/my-vllm:v0.32.0', undefined, 'v0.32.0'],
  ['', undefined, undefined],
])('%s is vLLM %s', (image, version, tag) => {
  expect(vllmVersionOfImage(image)).toBe(version);
  expect(versionInTag(image)).toBe(tag);
});

test('each image of the catalogue is of its version', () => {
  for (const version of VLLM_VERSIONS) {
    const images = Object.values(VLLM[version].images).filter((image) => image !== undefined);
    expect(new Set(images.map((image: string) => vllmVersionOfImage(image)))).toEqual(new Set([version]));
  }
});
