/**
 * What vLLM's configuration classes ask of a whole object (`__post_init__` and validators after pydantic's). Each says
 * what was expected, or nothing. Fields that are left out are undefined.
 */
export const CONFIG_CHECKS: { readonly [config: string]: (config: any) => string | undefined } = {
  CompilationConfig: firstOf(
    ({ custom_ops = [] }) =>
      custom_ops.some((op: string) => !['all', 'none'].includes(op) && !/^[+-][^]/.test(op)) &&
      'each of custom_ops to be "all", "none", "+op" or "-op"',
    ({ custom_ops = [] }) =>
      custom_ops.filter((op: string) => ['all', 'none'].includes(op)).length > 1 &&
      'only one of "all" and "none" in custom_ops',
    ({ custom_ops = [] }) =>
      custom_ops.some((op: string) => op.startsWith('+') && custom_ops.includes(`-${op.slice(1)}`)) &&
      'no operation to be both enabled and disabled in custom_ops',
    ({ mode, backend = '' }) =>
      [3, 'VLLM_COMPILE'].includes(mode) &&
      !['', 'eager', 'inductor'].includes(backend) &&
      'backend "", "eager" or "inductor" in mode VLLM_COMPILE',
    ({ decoder_replay_cudagraph_capture_sizes: sizes }) =>
      (sizes ?? []).some((size: number) => size <= 0) && 'decoder_replay_cudagraph_capture_sizes above 0',
    ({ encoder_cudagraph_token_budgets: budgets }) =>
      (budgets ?? []).some((budget: number) => budget <= 0) && 'encoder_cudagraph_token_budgets above 0',
    ({ cudagraph_mm_encoder, encoder_cudagraph_max_vision_items_per_batch: items }) =>
      cudagraph_mm_encoder && items < 0 && 'encoder_cudagraph_max_vision_items_per_batch of 0 or more',
    ({ cudagraph_mm_encoder, encoder_cudagraph_max_frames_per_batch: frames }) =>
      cudagraph_mm_encoder && isBelowZero(frames) && 'encoder_cudagraph_max_frames_per_batch of 0 or more',
  ),
  ECTransferConfig: firstOf(
    ({ ec_connector, ec_role }) => isSet(ec_connector) && !isSet(ec_role) && 'ec_role beside ec_connector',
  ),
  EPLBConfig: firstOf(
    ({ use_async = true, communicator }) =>
      use_async &&
      ['torch_nccl', 'pynccl'].includes(communicator) &&
      'use_async false with the communicators torch_nccl and pynccl',
  ),
  EncoderCacheManagerConfig: firstOf(
    ({ encoder_cache_manager_cls, manager_config = {} }) =>
      !isSet(encoder_cache_manager_cls) &&
      Object.keys(manager_config).length > 0 &&
      'encoder_cache_manager_cls beside manager_config',
  ),
  EngramConfig: firstOf(
    ({ dp_shared_memory, cpu_offload = true }) =>
      dp_shared_memory && !cpu_offload && 'cpu_offload true with dp_shared_memory',
    ({ use_thp, dp_shared_memory, cpu_offload = true }) =>
      use_thp && (!cpu_offload || dp_shared_memory) && 'cpu_offload true and dp_shared_memory false with use_thp',
  ),
  KVTransferConfig: firstOf(
    ({ kv_connector, kv_role }) => isSet(kv_connector) && !isSet(kv_role) && 'kv_role beside kv_connector',
  ),
  PoolerConfig: firstOf(
    ({ logit_sigma }) => logit_sigma === 0 && 'logit_sigma other than 0',
    ({ pooling_type, seq_pooling_type, tok_pooling_type }) =>
      isSet(pooling_type) &&
      (isSet(seq_pooling_type) || isSet(tok_pooling_type)) &&
      'pooling_type alone, without seq_pooling_type and tok_pooling_type',
  ),
  ProfilerConfig: firstOf(
    ({ profiler, torch_profiler_activities: activities }) =>
      isSet(activities) && profiler !== 'torch' && 'profiler "torch" with torch_profiler_activities',
    ({ torch_profiler_activities: activities }) =>
      isSet(activities) && new Set(activities).size < activities.length && 'torch_profiler_activities without doubles',
    ({ profiler, torch_profiler_dir }) =>
      isFilled(torch_profiler_dir) !== (profiler === 'torch') &&
      'torch_profiler_dir with profiler "torch", and only then',
    ({ profiler, ...fields }) =>
      profiler !== 'proton' &&
      Object.entries(PROTON).some(([field, value]) => (fields[field] ?? value) !== value) &&
      'profiler "proton" with the proton_ fields',
    ({ profiler, proton_profiler_dir }) =>
      profiler === 'proton' && !isFilled(proton_profiler_dir) && 'proton_profiler_dir with profiler "proton"',
    ({ proton_profiler_dir = '' }) => /^[^:]{2,}:\/\//.test(proton_profiler_dir) && 'a local proton_profiler_dir',
    ({ proton_graph_attribution, proton_data = 'tree' }) =>
      proton_graph_attribution && proton_data !== 'tree' && 'proton_data "tree" with proton_graph_attribution',
    ({ proton_graph_attribution, proton_mode }) =>
      proton_graph_attribution &&
      /^periodic_flushing(?::|$)/i.test(proton_mode ?? '') &&
      'no periodic_flushing with proton_graph_attribution',
    ({ proton_output_format: format, proton_data = 'tree' }) =>
      isSet(format) &&
      proton_data !== (format === 'chrome_trace' ? 'trace' : 'tree') &&
      `the proton_data of proton_output_format "${format}"`,
    ({ profiler, capture_torch_profiler }) =>
      capture_torch_profiler && profiler !== 'torch' && 'profiler "torch" with capture_torch_profiler',
  ),
  QuantizationConfigArgs: firstOf(
    ({ targets, linear, moe }) =>
      isSet(targets) && (isSet(linear) || isSet(moe)) && 'targets alone, without linear and moe',
  ),
  StructuredOutputsConfig: firstOf(
    ({ disable_any_whitespace, backend = 'auto' }) =>
      disable_any_whitespace &&
      !['xgrammar', 'guidance'].includes(backend) &&
      'backend "xgrammar" or "guidance" with disable_any_whitespace',
    ({ disable_additional_properties, backend = 'auto' }) =>
      disable_additional_properties &&
      backend !== 'guidance' &&
      'backend "guidance" with disable_additional_properties',
  ),
};

/** The fields that only the profiler "proton" takes, and what they are without it. */
const PROTON: { readonly [field: string]: unknown } = {
  proton_profiler_dir: '',
  proton_context: 'shadow',
  proton_data: 'tree',
  proton_backend: null,
  proton_mode: null,
  proton_hook: null,
  proton_output_format: null,
  proton_graph_attribution: false,
};

/** What was expected, or anything that is no text. */
type Check = (config: any) => unknown;

function firstOf(...checks: readonly Check[]): (config: any) => string | undefined {
  return (config) => {
    for (const check of checks) {
      const expected = check(config);
      if (typeof expected === 'string' && expected !== '') return expected;
    }
    return undefined;
  };
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isFilled(value: unknown): boolean {
  return isSet(value) && value !== '';
}

function isBelowZero(value: unknown): boolean {
  return typeof value === 'number' && value < 0;
}
