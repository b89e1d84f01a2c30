import { IMAGE_FLOATING } from '../../../../lib/validation/rules/pod/image';
import { diagnostics } from '../../../support/diagnostics';
import { pod } from '../../../support/manifests';

const check = (image: string | undefined) =>
  diagnostics([IMAGE_FLOATING], [pod('p', { containers: [{ name: 'c', image }] })]);

const DIGEST = `@sha256:${'0'.repeat(64)}`;

test.each([
  ['vllm', 'no tag, which is latest'],
  ['localhost:5000/vllm', 'no tag, which is latest'],
  ['vllm:latest', 'the tag latest, which moves'],
  ['vllm/vllm-openai-cpu:latest-arm64', 'the tag latest-arm64, which moves'],
  ...['main', 'master', 'nightly', 'dev', 'edge'].map((tag) => [`a.b/c:${tag}`, `the tag ${tag}, which moves`]),
])('%s moves', (image, what) => {
  expect(check(image)).toEqual([
    `LLMD-IMAGE-FLOATING spec.containers[0].image: image ${image} of container c has ${what}; name a version, for example \`:v1.2.3\`, or a digest`,
  ]);
});

test.each([
  'vllm:v0.32.0',
  'localhost:5000/vllm:1',
  'envoy:distroless-v1.40.0',
  'vllm:latestone',
  'vllm:not-latest',
  `vllm${DIGEST}`,
  `vllm:latest${DIGEST}`,
  '',
  undefined,
])('%s stays', (image) => {
  expect(check(image)).toEqual([]);
});

test('it is a warning', () => expect(IMAGE_FLOATING.severity).toBe('warning'));
