import type { Fields } from './pod-fields';

/* Fields that several guides of llm-d have in common. */

/** Where the token of the hub comes from. */
export const TOKEN = 'secretKeyRef.key HF_TOKEN, secretKeyRef.name llm-d-hf-token';

const BASE: Fields = {
  name: 'modelserver',
  command: 'vllm serve',
  replicas: '2',
  'ports[8000]': 'modelserver',
  'env.HF_TOKEN': TOKEN,
  'startupProbe.httpGet.path': '/v1/models',
  'startupProbe.httpGet.port': '8000',
  'startupProbe.initialDelaySeconds': '15',
  'startupProbe.periodSeconds': '30',
  'startupProbe.timeoutSeconds': '5',
  'startupProbe.failureThreshold': '120',
  'readinessProbe.httpGet.path': '/v1/models',
  'readinessProbe.httpGet.port': '8000',
  'readinessProbe.periodSeconds': '5',
  'readinessProbe.timeoutSeconds': '2',
  'readinessProbe.failureThreshold': '3',
  'livenessProbe.httpGet.path': '/health',
  'livenessProbe.httpGet.port': '8000',
  'livenessProbe.periodSeconds': '10',
  'livenessProbe.timeoutSeconds': '5',
  'livenessProbe.failureThreshold': '3',
  'volumes[/.cache]': 'emptyDir',
  'volumes[/.triton]': 'emptyDir',
};
/** A volume that one guide lacks. */
export const SETTINGS: Fields = { 'volumes[/.config]': 'emptyDir' };
/** Of the components for images of GPUs. */
export const USER: Fields = { 'env.USER': 'llm-d' };
/** What is left out of the access log. */
export const LOG: Fields = { 'args.--disable-access-log-for-endpoints': '/health,/metrics,/v1/models' };
/** Of guides that finish requests. */
export const DRAIN: Fields = { 'args.--shutdown-timeout': '45' };
/** Of the component graceful-shutdown. */
export const GRACEFUL: Fields = {
  'lifecycle.preStop.exec.command': '/bin/sleep 15',
  'pod.terminationGracePeriodSeconds': '75',
};

/** The argument with the settings of KV events. */
export const EVENTS = 'args.--kv-events-config';

/** What every guide has, and the labels that its pods are selected by. */
export function guideFields(guide: string, vendor: string, variant: string, model?: string): Fields {
  const labels: Fields = {
    'llm-d.ai/role': 'decode',
    'llm-d.ai/guide': guide,
    'llm-d.ai/accelerator-vendor': vendor,
    'llm-d.ai/accelerator-variant': variant,
    // The guide without a label for the model has one for the engine.
    ...(model === undefined ? { 'llm-d.ai/engine-type': 'vllm-omni' } : { 'llm-d.ai/model': model }),
  };
  const selector = Object.keys(labels).sort().join(' ');
  return { ...BASE, selector, ...prefixed('pod.labels.', labels) };
}

/** CPU and memory as requests and as limits, and accelerators as both. */
export function resources(
  [cpu, memory]: readonly [string, string],
  [cpuLimit, memoryLimit]: readonly [string, string],
  accelerators: Fields = {},
): Fields {
  return {
    ...prefixed('resources.requests.', { cpu, memory, ...accelerators }),
    ...prefixed('resources.limits.', { cpu: cpuLimit, memory: memoryLimit, ...accelerators }),
  };
}

/** A volume in memory; undefined is no limit. */
export function sharedMemory(limit: string | undefined): Fields {
  return { 'volumes[/dev/shm]': `emptyDir.medium Memory${limit === undefined ? '' : `, emptyDir.sizeLimit ${limit}`}` };
}

/** optimized-baseline on TPUs. */
export function tpu(type: string, topology: string): Fields {
  return {
    ...guideFields('optimized-baseline', 'google', 'tpu', 'Qwen3-32B'),
    ...SETTINGS,
    ...LOG,
    ...DRAIN,
    image: 'docker.io/vllm/vllm-tpu:v0.27.0',
    'args.model': 'Qwen/Qwen3-32B',
    'args.--port': '8000',
    'args.--tensor-parallel-size': '8',
    'pod.nodeSelector.cloud.google.com/gke-tpu-accelerator': type,
    'pod.nodeSelector.cloud.google.com/gke-tpu-topology': topology,
  };
}

/** Intel GPUs by device claim. */
export function xpu(prefix: string): Fields {
  const claim = 'intel-decode-claim';
  return {
    ...USER,
    ...DRAIN,
    ...GRACEFUL,
    image: 'ghcr.io/llm-d/llm-d-xpu:v0.9.0-rc.2',
    'args.model': 'Qwen/Qwen3-0.6B',
    'args.--port': '8000',
    'args.--dtype': 'float16',
    'args.--disable-sliding-window': 'yes',
    ...resources(['4', '12Gi'], ['8', '24Gi']),
    [`resources.claims[${claim}]`]: 'none',
    [`pod.resourceClaims[${claim}].resourceClaimTemplateName`]: `${prefix}intel-claim-template-decode`,
    'pod.securityContext.fsGroup': '107',
    'pod.securityContext.supplementalGroups': '107',
  };
}

/** precise-prefix-cache-routing: KV events, and prompts that are turned into tokens. */
export function precise(model: string): Fields {
  return {
    'args.--enable-scale-out': 'yes',
    'args.--disable-access-log-for-endpoints': `${Object.values(LOG).join()},/v1/completions/render,/v1/chat/completions/render`,
    'args.--block-size': '64',
    [`${EVENTS}.enable_kv_cache_events`]: 'true',
    [`${EVENTS}.publisher`]: 'zmq',
    [`${EVENTS}.endpoint`]: 'tcp://*:5556',
    [`${EVENTS}.topic`]: `kv@$(POD_IP):8000@${model}`,
    'env.DO_NOT_TRACK': '1',
    'env.KV_EVENTS_ENDPOINT': 'tcp://*:5556',
    'env.NAMESPACE': 'fieldRef.fieldPath metadata.namespace',
    'env.POD_IP': 'fieldRef.fieldPath status.podIP',
    'env.POD_PORT': '8000',
    'ports[5556]': 'kv-events',
  };
}

function prefixed(prefix: string, fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${prefix}${field}`, value]));
}
