import {
  DRAIN,
  EVENTS,
  GRACEFUL,
  guideFields,
  LOG,
  precise,
  resources,
  SETTINGS,
  sharedMemory,
  TOKEN,
  tpu,
  USER,
  xpu,
} from './guide-fields';
import type { Fields } from './pod-fields';

/** The model server of a guide of llm-d. */
export interface Guide {
  /** The stack of examples/llm-d-guides that expresses it. */
  readonly stack: string;
  /** Where it is in llm-d's repository. */
  readonly folder: string;
  /** What it runs on. */
  readonly on: string;
  /** What kustomize puts in front of the names of its objects. */
  readonly prefix: string;
  /**
   * Files below llm-d's `guides/`, with the first digits of the commit at which they were read; and in front the fork, for
   * those that were found in a fork alone.
   */
  readonly sources: readonly string[];
  /** The fields of its pods as kustomize renders them, without the ServiceAccount: that is the prefix and `sa`. */
  readonly fields: Fields;
}

const RECIPES = 'recipes/modelserver';

/** The files that all guides share. */
export const SHARED_SOURCES = [
  `yuanwu2017/llm-d: ${RECIPES}/base/single-host/default/decode-deployment.yaml@645891a`,
  `${RECIPES}/components/graceful-shutdown/kustomization.yaml@a2b33d4`,
];

/** Each guide with its pods. */
export const GUIDES: readonly Guide[] = [
  {
    stack: 'baseline-nvidia',
    folder: 'optimized-baseline/modelserver/gpu/vllm/base',
    on: 'NVIDIA GPUs',
    prefix: 'optimized-baseline-nvidia-gpu-vllm-',
    sources: ['patch-vllm.yaml@05b03f7', 'kustomization.yaml@05b03f7', imageSource('gpu-vllm', '64db62b')],
    fields: {
      ...guideFields('optimized-baseline', 'nvidia', 'gpu', 'Qwen3.5-4B'),
      ...SETTINGS,
      ...USER,
      ...LOG,
      image: 'vllm/vllm-openai:v0.24.0',
      'args.model': 'Qwen/Qwen3.5-4B',
      'args.--tensor-parallel-size': '1',
      ...resources(['10', '20Gi'], ['20', '40Gi'], { 'nvidia.com/gpu': '1' }),
      ...sharedMemory('20Gi'),
    },
  },
  {
    stack: 'baseline-amd',
    folder: 'optimized-baseline/modelserver/amd/vllm/base',
    on: 'AMD GPUs',
    prefix: 'optimized-baseline-rocm-vllm-',
    sources: ['patch-vllm.yaml@33a21d7', 'kustomization.yaml@dd83df6', imageSource('amd-vllm/release', 'd5478e4')],
    fields: {
      ...guideFields('optimized-baseline', 'amd', 'gpu', 'Qwen3-32B'),
      ...SETTINGS,
      ...USER,
      ...LOG,
      ...DRAIN,
      ...GRACEFUL,
      image: 'docker.io/vllm/vllm-openai-rocm:v0.27.1',
      'args.model': 'Qwen/Qwen3-32B',
      'args.--tensor-parallel-size': '2',
      ...resources(['8', '100Gi'], ['16', '100Gi'], { 'amd.com/gpu': '2' }),
      ...sharedMemory('20Gi'),
    },
  },
  {
    stack: 'baseline-tpu-v6',
    folder: 'optimized-baseline/modelserver/tpu/v6/vllm/base',
    on: 'TPU v6e',
    prefix: 'optimized-baseline-tpu-v6-vllm-',
    sources: ['patch-vllm.yaml@81132e9', 'kustomization.yaml@a2b33d4', imageSource('tpu-vllm/release', '029c5a3')],
    fields: {
      ...tpu('tpu-v6e-slice', '2x4'),
      ...GRACEFUL,
      'resources.limits.google.com/tpu': '8',
      'resources.requests.google.com/tpu': '8',
    },
  },
  {
    stack: 'baseline-tpu-v7',
    folder: 'optimized-baseline/modelserver/tpu/v7/vllm/base',
    on: 'TPU v7',
    prefix: 'optimized-baseline-tpu-v7-vllm-',
    sources: ['patch-vllm.yaml@999665e', 'kustomization.yaml@14ecef0', imageSource('tpu-vllm/release', '029c5a3')],
    fields: {
      ...tpu('tpu7x', '2x2x1'),
      ...resources(['16', '64Gi'], ['16', '64Gi'], { 'google.com/tpu': '4' }),
    },
  },
  {
    stack: 'baseline-xpu',
    folder: 'optimized-baseline/modelserver/xpu/vllm/base',
    on: 'Intel GPUs',
    prefix: 'optimized-baseline-xpu-vllm-',
    sources: ['patch-vllm.yaml@999665e', 'kustomization.yaml@6b047cf', imageSource('xpu-vllm/llm-d', '26a9c7f')],
    fields: {
      ...guideFields('optimized-baseline', 'intel', 'xpu', 'Qwen3-32B'),
      ...xpu('optimized-baseline-xpu-vllm-'),
      ...SETTINGS,
      ...LOG,
    },
  },
  {
    stack: 'tiered-cache',
    folder: 'tiered-prefix-cache/modelserver/gpu/vllm/native/cpu/base',
    on: 'NVIDIA GPUs, with KV caches in memory of the host',
    prefix: 'gpu-vllm-',
    sources: [
      'patch-vllm.yaml@7956b37',
      'zetxqx/llm-d: tiered-prefix-cache/modelserver/gpu/vllm/native/cpu/base/kustomization.yaml@5d56c36',
      'tiered-prefix-cache/modelserver/gpu/vllm/base/patch-vllm.yaml@17760b7',
      'tiered-prefix-cache/modelserver/gpu/vllm/base/kustomization.yaml@50807b4',
    ],
    fields: {
      ...guideFields('tiered-prefix-cache', 'nvidia', 'gpu', 'Qwen3-32B'),
      ...SETTINGS,
      image: 'vllm/vllm-openai:v0.23.0',
      'args.model': 'Qwen/Qwen3-32B',
      'args.--tensor-parallel-size': '2',
      'args.--kv-transfer-config.kv_connector': 'OffloadingConnector',
      'args.--kv-transfer-config.kv_role': 'kv_both',
      'args.--kv-transfer-config.kv_connector_extra_config.cpu_bytes_to_use': '107374182400',
      ...resources(['8', '200Gi'], ['16', '400Gi'], { 'nvidia.com/gpu': '2' }),
      ...sharedMemory(undefined),
      'volumes[data, not mounted]': 'emptyDir',
      'pod.restartPolicy': 'Always',
      'pod.enableServiceLinks': 'false',
      'pod.terminationGracePeriodSeconds': '130',
    },
  },
  {
    stack: 'precise-prefix-nvidia',
    folder: 'precise-prefix-cache-routing/modelserver/gpu/vllm/base',
    on: 'NVIDIA GPUs',
    prefix: 'precise-prefix-cache-routing-gpu-vllm-',
    sources: ['patch-vllm.yaml@999665e', 'kustomization.yaml@8785e63', imageSource('gpu-vllm/release', '927c387')],
    fields: {
      ...guideFields('precise-prefix-cache-routing', 'nvidia', 'gpu', 'Qwen3-32B'),
      ...precise('Qwen/Qwen3-32B'),
      ...SETTINGS,
      ...USER,
      ...DRAIN,
      ...GRACEFUL,
      image: 'docker.io/vllm/vllm-openai:v0.27.1',
      'args.model': 'Qwen/Qwen3-32B',
      'args.--tensor-parallel-size': '2',
      [`${EVENTS}.replay_endpoint`]: 'tcp://*:5559',
      'env.KV_EVENTS_REPLAY_ENDPOINT': 'tcp://*:5559',
      'ports[5559]': 'kv-replay',
      ...resources(['8', '96Gi'], ['16', '128Gi'], { 'nvidia.com/gpu': '2' }),
      ...sharedMemory('20Gi'),
    },
  },
  {
    stack: 'precise-prefix-xpu',
    folder: 'precise-prefix-cache-routing/modelserver/xpu/vllm/base',
    on: 'Intel GPUs',
    prefix: 'precise-prefix-cache-routing-xpu-vllm-',
    sources: ['patch-vllm.yaml@999665e', 'kustomization.yaml@81132e9', imageSource('xpu-vllm/llm-d', '26a9c7f')],
    fields: {
      ...guideFields('precise-prefix-cache-routing', 'intel', 'xpu', 'Qwen3-0.6B'),
      ...precise('Qwen/Qwen3-0.6B'),
      ...xpu('precise-prefix-cache-routing-xpu-vllm-'),
    },
  },
  {
    stack: 'omni',
    folder: 'omni-serving/modelserver/gpu/vllmomni/base',
    on: 'NVIDIA GPUs, with vLLM-Omni',
    prefix: 'omni-serving-nvidia-gpu-vllm-omni-',
    sources: [
      'patch-vllm-omni.yaml@d9054e0',
      'kustomization.yaml@26eeb16',
      imageSource('gpu-vllm-omni/release', '927c387'),
    ],
    fields: {
      ...guideFields('omni-serving', 'nvidia', 'gpu'),
      ...SETTINGS,
      ...USER,
      ...LOG,
      replicas: '1',
      image: 'docker.io/vllm/vllm-omni:v0.27.1',
      'args.model': 'Qwen/Qwen3-Omni-30B-A3B-Instruct',
      'args.--omni': 'yes',
      'args.--trust-remote-code': 'yes',
      'args.--log-stats': 'yes',
      'env.HF_TOKEN': `${TOKEN}, secretKeyRef.optional true`,
      'startupProbe.initialDelaySeconds': '60',
      ...resources(['8', '96Gi'], ['16', '128Gi'], { 'nvidia.com/gpu': '2' }),
      ...sharedMemory('16Gi'),
      'pod.tolerations[nvidia.com/gpu].operator': 'Exists',
      'pod.tolerations[nvidia.com/gpu].effect': 'NoSchedule',
    },
  },
];

function imageSource(component: string, commit: string): string {
  return `${RECIPES}/components/images/${component}/kustomization.yaml@${commit}`;
}
