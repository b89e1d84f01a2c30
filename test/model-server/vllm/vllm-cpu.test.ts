import { Size } from 'cdk8s';
import { PersistentVolumeClaim } from 'cdk8s-plus-28';
import { Architecture, Drain, Dtype, Engine, Model, ModelServer, type VllmCpuOptions } from '../../../lib';
import { mainContainer, podSpec } from '../../support/objects';
import { newChart, synth } from '../../support/synth';

const BASE = ['facebook/opt-125m', '--port=8000', '--gpu-memory-utilization=0.3'];

function objectsOf(options?: VllmCpuOptions, servedModelNames?: string[]) {
  const model = Model.huggingFace('facebook/opt-125m');
  const engine = Engine.vllmCpu(options);
  return synth((chart) => new ModelServer(chart, 'vllm', { model, engine, servedModelNames, drain: Drain.none() }));
}

describe('arguments', () => {
  test.each<[string, VllmCpuOptions, string[]]>([
    ['none', {}, []],
    ['maxModelLen', { maxModelLen: 1024 }, ['--max-model-len=1024']],
    ['maxNumSeqs', { maxNumSeqs: 8 }, ['--max-num-seqs=8']],
    ['dtype', { dtype: Dtype.BFLOAT16 }, ['--dtype=bfloat16']],
    ['enforceEager', { enforceEager: true }, ['--enforce-eager']],
    ['enforceEager false', { enforceEager: false }, []],
  ])('%s', (_, options, added) => {
    expect(mainContainer(objectsOf(options)).args).toEqual([...BASE, ...added]);
  });

  test('gpuMemoryUtilization', () => {
    expect(mainContainer(objectsOf({ gpuMemoryUtilization: 0.85 })).args).toContain('--gpu-memory-utilization=0.85');
  });

  test.each([
    ['the own name needs no flag', ['facebook/opt-125m'], []],
    ['another name', ['opt'], ['--served-model-name', 'opt']],
    ['several names', ['facebook/opt-125m', 'canary'], ['--served-model-name', 'facebook/opt-125m', 'canary']],
  ])('servedModelNames: %s', (_, names, added) => {
    expect(mainContainer(objectsOf({}, names)).args).toEqual([...BASE, ...added]);
  });
});

describe('environment', () => {
  const value = (options: VllmCpuOptions, name: string) =>
    mainContainer(objectsOf(options)).env.find((variable: any) => variable.name === name)?.value;

  test.each<[string, VllmCpuOptions, string | undefined]>([
    ['VLLM_CPU_KVCACHE_SPACE', {}, '1'],
    ['VLLM_CPU_KVCACHE_SPACE', { kvCacheSpace: Size.gibibytes(4) }, '4'],
    ['VLLM_CPU_KVCACHE_SPACE', { kvCacheSpace: Size.mebibytes(2048) }, '2'],
    ['VLLM_CPU_OMP_THREADS_BIND', {}, undefined],
    ['VLLM_CPU_OMP_THREADS_BIND', { ompThreadsBind: '0-3' }, '0-3'],
    ['HOME', {}, '/home/vllm'],
    ['HF_HOME', {}, '/home/vllm/.cache/huggingface'],
    ['DO_NOT_TRACK', {}, '1'],
  ])('%s with %j', (name, options, expected) => {
    expect(value(options, name)).toBe(expected);
  });
});

describe('image', () => {
  test.each<[VllmCpuOptions, string]>([
    [{}, 'vllm/vllm-openai-cpu:v0.32.0'],
    [{ architecture: Architecture.ARM64 }, 'vllm/vllm-openai-cpu:v0.32.0-arm64'],
    [{ architecture: Architecture.X86_64 }, 'vllm/vllm-openai-cpu:v0.32.0-x86_64'],
    [{ image: 'registry.example/vllm:v1' }, 'registry.example/vllm:v1'],
    [{ version: '0.30.0' }, 'vllm/vllm-openai-cpu:v0.30.0'],
  ])('%j', (options, image) => {
    expect(mainContainer(objectsOf(options)).image).toBe(image);
  });

  test('a floating tag is refused', () => {
    expect(() => Engine.vllmCpu({ image: 'vllm/vllm-openai-cpu:latest-arm64' })).toThrow(
      /^LLMD-IMAGE-FLOATING at Engine.vllmCpu: got "vllm\/vllm-openai-cpu:latest-arm64"/,
    );
  });
});

test('an architecture cannot be appended to a digest', () => {
  const image = `vllm/vllm-openai-cpu@sha256:${'0'.repeat(64)}`;
  expect(() => Engine.vllmCpu({ image })).not.toThrow();
  expect(() => Engine.vllmCpu({ image, architecture: Architecture.ARM64 })).toThrow(
    `LLMD-IMAGE-ARCHITECTURE at Engine.vllmCpu: got architecture arm64 for the digest "${image}", expected a tag, to ` +
      'which the architecture is appended. Fix: leave architecture out: a digest names one image already.',
  );
});

describe('volumes', () => {
  test('everything that vLLM writes to is writable, under a read-only root', () => {
    const objects = objectsOf({ sharedMemory: Size.gibibytes(1) });
    expect(mainContainer(objects).volumeMounts).toEqual([
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'home-vllm-cache', mountPath: '/home/vllm/.cache' },
      { name: 'dev-shm', mountPath: '/dev/shm' },
    ]);
    expect(podSpec(objects).volumes).toEqual([
      { name: 'tmp', emptyDir: { sizeLimit: '10Gi' } },
      { name: 'home-vllm-cache', emptyDir: { sizeLimit: '11Gi' } },
      { name: 'dev-shm', emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } },
    ]);
  });

  test('a claim keeps the weights', () => {
    const modelCache = PersistentVolumeClaim.fromClaimName(newChart(), 'claim', 'weights');
    expect(podSpec(objectsOf({ modelCache })).volumes).toContainEqual({
      name: 'home-vllm-cache',
      persistentVolumeClaim: { claimName: 'weights' },
    });
  });
});

test.each<[Size | undefined, object]>([
  [undefined, { requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '2', memory: '4Gi' } }],
  [Size.gibibytes(8), { requests: { cpu: '1', memory: '9Gi' }, limits: { cpu: '2', memory: '11Gi' } }],
])('memory follows the KV cache: %j', (kvCacheSpace, resources) => {
  expect(mainContainer(objectsOf({ kvCacheSpace })).resources).toEqual(resources);
});

describe('refused', () => {
  test.each([0, -0.1, 1.1, Number.NaN])('gpuMemoryUtilization %d', (gpuMemoryUtilization) => {
    expect(() => Engine.vllmCpu({ gpuMemoryUtilization })).toThrow(/^LLMD-OPTION-RANGE at Engine.vllmCpu: got gpu/);
  });

  test('gpuMemoryUtilization, with the remedy', () => {
    expect(() => Engine.vllmCpu({ gpuMemoryUtilization: 30 })).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-OPTION-RANGE at Engine.vllmCpu: got gpuMemoryUtilization 30, expected a number above 0 and up to 1. Fix: pass such a number for gpuMemoryUtilization, or leave it out."`,
    );
  });

  test('a kvCacheSpace that is not whole GiB', () => {
    expect(() => Engine.vllmCpu({ kvCacheSpace: Size.mebibytes(512) })).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-ENGINE-KV-CACHE at Engine.vllmCpu: got kvCacheSpace 512Mi, expected whole GiB, since VLLM_CPU_KVCACHE_SPACE is an integer. Fix: pass Size.gibibytes(1) or more."`,
    );
  });
});
