import { DEFAULT_VLLM, VLLM, VLLM_VERSIONS, type VllmVersion } from '../../../lib/catalogue/engines/vllm';
import { isVllmSince, vllmMinor } from '../../../lib/catalogue/engines/vllm-version';
import { flagHistory } from '../../../lib/engine-arguments/vllm/flag-history';

test('every minor version from 0.10 on has one row, newest first', () => {
  const newest = Number(vllmMinor(VLLM_VERSIONS[0]).split('.')[1]);
  const minors = Array.from({ length: newest - 9 }, (_, index) => `0.${newest - index}`);
  expect(VLLM_VERSIONS.map(vllmMinor)).toEqual(minors);
  expect(VLLM_VERSIONS.map((version) => VLLM[version].version)).toEqual(VLLM_VERSIONS);
});

test('the default version served here, on CPUs, and drains', () => {
  expect(DEFAULT_VLLM).toMatchObject({ confirmed: 'run', images: { cpu: expect.any(String) } });
  expect(DEFAULT_VLLM.shutdown.leastSlackSeconds).toBeGreaterThan(DEFAULT_VLLM.shutdown.endsWithinSeconds);
});

test('the versions that drain are those that have --shutdown-timeout', () => {
  const since = flagHistory('--shutdown-timeout')[0].since!;
  expect(since).toBe('0.18');
  for (const version of VLLM_VERSIONS) {
    expect([version, VLLM[version].shutdown !== undefined]).toEqual([version, isVllmSince(version, since)]);
  }
});

test.each<[VllmVersion, object]>([
  ['0.10.2', { cuda: 'vllm/vllm-openai:v0.10.2' }],
  ['0.14.1', { cuda: 'vllm/vllm-openai:v0.14.1', rocm: 'vllm/vllm-openai-rocm:v0.14.1' }],
  [
    '0.27.1',
    {
      cuda: 'vllm/vllm-openai:v0.27.1',
      cpu: 'vllm/vllm-openai-cpu:v0.27.1',
      rocm: 'vllm/vllm-openai-rocm:v0.27.1',
      xpu: 'vllm/vllm-openai-xpu:v0.27.1',
      tpu: 'vllm/vllm-tpu:v0.27.0',
    },
  ],
])('the images of %s', (version, images) => expect(VLLM[version].images).toEqual(images));
