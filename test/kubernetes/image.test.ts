import { mirroredImage, checkedImage } from '../../lib/kubernetes/image';

const DIGEST = `sha256:${'0'.repeat(64)}`;

describe('a pinned image', () => {
  test.each([
    'vllm/vllm-openai-cpu:v0.32.0',
    'registry.example:5000/a/b:1',
    `a/b@${DIGEST}`,
    `a/b:latest@${DIGEST}`,
    'a:latestest',
    'a:distroless-v1.40.0',
  ])('%s is kept', (image) => {
    expect(checkedImage('test', image)).toBe(image);
  });

  test.each([
    'a',
    'a/b',
    'registry.example:5000/a/b',
    'a:latest',
    'a:latest-arm64',
    'a:main',
    'a:nightly-2026',
    'a:',
    'a@',
  ])('%s is refused', (image) => {
    expect(() => checkedImage('test', image)).toThrow(/^LLMD-IMAGE-FLOATING at test: got /);
  });

  test('is refused with a remedy', () => {
    expect(() => checkedImage('Engine.vllmCpu', 'vllm/vllm-openai-cpu:latest')).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-IMAGE-FLOATING at Engine.vllmCpu: got "vllm/vllm-openai-cpu:latest", expected an image with a version tag or a digest. Fix: name a version, for example \`:v1.2.3\`."`,
    );
  });
});

test.each([
  ['docker.io/envoyproxy/envoy:v1', 'mirror.example/hub/envoyproxy/envoy:v1'],
  ['ghcr.io/llm-d/epp:v1', 'mirror.example/hub/llm-d/epp:v1'],
  ['localhost/a:1', 'mirror.example/hub/a:1'],
  ['registry:5000/a/b:1', 'mirror.example/hub/a/b:1'],
  ['vllm/vllm-openai-cpu:v1', 'mirror.example/hub/vllm/vllm-openai-cpu:v1'],
  ['busybox:1', 'mirror.example/hub/busybox:1'],
  [`ghcr.io/a/b@${DIGEST}`, `mirror.example/hub/a/b@${DIGEST}`],
])('%s is %s at a mirror', (image, mirrored) => {
  expect(mirroredImage(image, 'mirror.example/hub')).toBe(mirrored);
  expect(mirroredImage(image, undefined)).toBe(image);
});
