import { checkedImage, checkedReference, checkedRegistry, mirroredImage } from '../../lib/kubernetes/image';

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
    'a:master',
  ])('%s is refused', (image) => {
    expect(() => checkedImage('test', image)).toThrow(/^LLMD-IMAGE-FLOATING at test: got /);
  });

  test('is refused with a remedy', () => {
    expect(() => checkedImage('Engine.vllmCpu', 'vllm/vllm-openai-cpu:latest')).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-IMAGE-FLOATING at Engine.vllmCpu: got "vllm/vllm-openai-cpu:latest", expected an image with a version tag or a digest. Fix: name a version, for example \`:v1.2.3\`."`,
    );
  });
});

describe('the grammar of references:', () => {
  test.each([
    'a:1',
    'localhost/a:1',
    '[2001:db8::1]:5000/a:1',
    'Registry.Example/a__b/c-d.e:V1_2.3-4',
    `a/b:1@${DIGEST}`,
  ])('%s is kept', (image) => {
    expect(checkedReference('test', image)).toBe(image);
  });

  test.each([
    '',
    'https://a.example/b:1',
    'a.example/B:1',
    'a b:1',
    'a/b:1 ',
    '/a:1',
    'a//b:1',
    'a/b/:1',
    'a:1:2',
    'a:',
    'a@',
    'a@sha256:0',
    `a:${'1'.repeat(129)}`,
    `${'a/'.repeat(128)}a:1`,
    'a:1\n',
  ])('%j is refused', (image) => {
    expect(() => checkedReference('test', image)).toThrow(/^LLMD-IMAGE-REFERENCE at test: got image "/);
  });
});

describe('the grammar of registries:', () => {
  test.each(['mirror.example', 'mirror.example/hub/a', 'mirror:5000', 'localhost', '[::1]:5000/a'])(
    '%s',
    (registry) => {
      expect(checkedRegistry('test', 'imageRegistry', registry)).toBe(registry);
      expect(checkedReference('test', mirroredImage('docker.io/a/b:1', registry))).toBe(`${registry}/a/b:1`);
    },
  );

  test.each([
    '',
    'mirror',
    'mirror/hub',
    'oci://mirror.example',
    'mirror.example/',
    'mirror.example:v1/a',
    'a.example/B',
  ])('%j is refused', (registry) => {
    expect(() => checkedRegistry('test', 'imageRegistry', registry)).toThrow(
      /^LLMD-IMAGE-REGISTRY at test: got imageRegistry "/,
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
