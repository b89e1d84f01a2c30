import { Size } from 'cdk8s';
import {
  Accelerator,
  AcceleratorVendor,
  Drain,
  Dtype,
  Engine,
  type EngineRequest,
  KvRole,
  KvTransfer,
  LlmdError,
  LlmdStack,
  Model,
  ModelServer,
  type VllmOptions,
} from '../../../lib';
import { findings } from '../../support/findings';
import { mainContainer, podSpec } from '../../support/objects';
import { synth } from '../../support/synth';

const MODEL = Model.huggingFace('org/model');

function accelerator(vendor: AcceleratorVendor, count = 1, more: object = {}): Accelerator {
  return Accelerator.custom({ vendor, count, resource: 'example.com/device', usesSharedMemory: true, ...more });
}

const H100 = accelerator(AcceleratorVendor.NVIDIA);

function specify(options: Partial<VllmOptions> = {}, request: Partial<EngineRequest> = {}) {
  return Engine.vllm({ accelerator: H100, ...options }).specify({
    model: MODEL,
    servedModelNames: ['org/model'],
    port: 8000,
    drain: Drain.of(),
    adapters: [],
    nodesPerReplica: 1,
    extraArgs: [],
    ...request,
  });
}

function args(options: Partial<VllmOptions> = {}, request: Partial<EngineRequest> = {}): string[] {
  return specify(options, request).args!;
}

const BASE = ['org/model', '--port=8000'];
const LOG = '--disable-access-log-for-endpoints=/health,/metrics,/v1/models';
const DRAIN = '--shutdown-timeout=45';

describe('arguments', () => {
  test.each<[string, Partial<VllmOptions>, string[]]>([
    ['none', {}, []],
    ['maxModelLen', { maxModelLen: 1024 }, ['--max-model-len=1024']],
    ['gpuMemoryUtilization', { gpuMemoryUtilization: 0.92 }, ['--gpu-memory-utilization=0.92']],
    ['dtype', { dtype: Dtype.BFLOAT16 }, ['--dtype=bfloat16']],
    ['quantization', { quantization: 'fp8' }, ['--quantization=fp8']],
    ['kvCacheDtype', { kvCacheDtype: 'fp8' }, ['--kv-cache-dtype=fp8']],
    ['blockSize', { blockSize: 64 }, ['--block-size=64']],
    ['batches', { maxNumSeqs: 8, maxNumBatchedTokens: 4096 }, ['--max-num-seqs=8', '--max-num-batched-tokens=4096']],
    ['prefix caching', { enablePrefixCaching: true }, ['--enable-prefix-caching']],
    ['no prefix caching', { enablePrefixCaching: false }, ['--no-enable-prefix-caching']],
    ['no chunked prefill', { enableChunkedPrefill: false }, ['--no-enable-chunked-prefill']],
    ['enforceEager', { enforceEager: true, trustRemoteCode: false }, ['--enforce-eager']],
    ['tools', { toolCallParser: 'hermes' }, ['--tool-call-parser=hermes', '--enable-auto-tool-choice']],
    ['reasoning', { reasoningParser: 'qwen3' }, ['--reasoning-parser=qwen3']],
    ['render', { enableScaleOut: true }, ['--enable-scale-out']],
    ['trust', { trustRemoteCode: true }, ['--trust-remote-code']],
    ['LoRA', { maxLoras: 2, maxCpuLoras: 4 }, ['--max-loras=2', '--max-cpu-loras=4']],
  ])('%s', (_, options, added) => {
    expect(args(options)).toEqual([...BASE, ...added, LOG, DRAIN]);
  });

  test('speculative decoding', () => {
    const speculativeConfig = { numSpeculativeTokens: 3, method: 'ngram', promptLookupMax: 4 };
    expect(args({ speculativeConfig })).toContain(
      '--speculative-config={"num_speculative_tokens":3,"method":"ngram","prompt_lookup_max":4}',
    );
  });

  test('a log of all requests', () => {
    expect(args({ disableAccessLogForEndpoints: [] })).not.toContain(LOG);
    expect(args({ disableAccessLogForEndpoints: ['/health'] })).toContain('--disable-access-log-for-endpoints=/health');
  });

  test('false is written as the version has it', () => {
    expect(args({ enablePrefixCaching: false, version: '0.33.0' })).toContain('--disable-prefix-caching');
  });

  test('a model in object storage is streamed', () => {
    const streamed = { ...MODEL, location: 's3://b/m', spec: { ...MODEL.spec, isStreamed: true } } as unknown as Model;
    expect(args({}, { model: streamed })).toContain('--load-format=runai_streamer');
  });
});

describe('parallelism', () => {
  test.each<[number, Partial<VllmOptions>, string[]]>([
    [1, {}, []],
    [4, {}, ['--tensor-parallel-size=4']],
    [4, { tensorParallelSize: 4 }, ['--tensor-parallel-size=4']],
    [8, { pipelineParallelSize: 2 }, ['--tensor-parallel-size=4', '--pipeline-parallel-size=2']],
    [8, { dataParallelSize: 8, enableExpertParallel: true }, ['--data-parallel-size=8', '--enable-expert-parallel']],
  ])('%d accelerators with %j', (count, options, added) => {
    const given = args({ accelerator: accelerator(AcceleratorVendor.NVIDIA, count), ...options });
    expect(given).toEqual([...BASE, ...added, LOG, DRAIN]);
  });

  test('a TPU of type tpu7x has two devices', () => {
    const nodeSelector = { 'cloud.google.com/gke-tpu-accelerator': 'tpu7x' };
    const tpu = accelerator(AcceleratorVendor.GOOGLE_TPU, 4, { nodeSelector });
    expect(args({ accelerator: tpu })).toContain('--tensor-parallel-size=8');
    expect(args({ accelerator: tpu, tensorParallelSize: 4 })).toContain('--tensor-parallel-size=4');
  });

  test.each<[number, Partial<VllmOptions>]>([
    [4, { tensorParallelSize: 8 }],
    [4, { tensorParallelSize: 2 }],
    [4, { pipelineParallelSize: 3 }],
    [4, { dataParallelSize: 8 }],
  ])('%d accelerators refuse %j', (count, options) => {
    expect(() => args({ accelerator: accelerator(AcceleratorVendor.NVIDIA, count), ...options })).toThrow(
      /^LLMD-ENGINE-PARALLELISM at Engine.vllm: got .*\(accelerator.count 4\)/,
    );
  });

  test('the message names both numbers', () => {
    expect(() => args({ tensorParallelSize: 8 })).toThrow(
      "LLMD-ENGINE-PARALLELISM at Engine.vllm: got tensorParallelSize 8 × pipelineParallelSize 1 × dataParallelSize 1 with 1 accelerators (accelerator.count 1), expected a product that is the number of accelerators. Fix: set the accelerator's count to 8, or leave tensorParallelSize out.",
    );
  });

  test('each data-parallel rank may have a port', () => {
    const options = {
      accelerator: accelerator(AcceleratorVendor.NVIDIA, 4),
      dataParallelSize: 4,
      dataParallelMultiPortExternalLb: true,
      kvEvents: {},
    };
    const spec = specify(options);
    expect(spec.portCount).toBe(4);
    expect(spec.args).toEqual(
      expect.arrayContaining([
        '--data-parallel-multi-port-external-lb',
        '--data-parallel-size-local=4',
        '--data-parallel-supervisor-port=9256',
      ]),
    );
    expect(spec.extraPorts).toEqual({
      'kv-events': 5556,
      'kv-events-1': 5557,
      'kv-events-2': 5558,
      'kv-events-3': 5559,
      'dp-supervisor': 9256,
    });
  });

  test('several nodes: the first one serves, the others compute', () => {
    const accelerators = accelerator(AcceleratorVendor.NVIDIA, 8);
    const spec = specify({ accelerator: accelerators }, { nodesPerReplica: 2 });
    const nodes = ['--tensor-parallel-size=16', '--nnodes=2', '--node-rank=$(LWS_WORKER_INDEX)'];
    expect(spec.args).toEqual(expect.arrayContaining([...nodes, '--master-addr=$(LWS_LEADER_ADDRESS)']));
    const ofWorker = spec.args!.filter((word) => !word.startsWith('--shutdown-timeout'));
    expect(spec.workerArgs).toEqual([...ofWorker, '--headless']);
    expect(() => specify({ accelerator: accelerators, version: '0.10.2' }, { nodesPerReplica: 2 })).toThrow(
      /^LLMD-ENGINE-OPTION-VERSION at Engine.vllm: got nodesPerReplica with vLLM 0.10.2/,
    );
  });
});

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
    expect(() => Engine.vllm({ accelerator: H100, version, ...options })).toThrow(
      new RegExp(`^LLMD-ENGINE-OPTION-VERSION at Engine.vllm: got .* with vLLM ${version}, expected vLLM ${since} or`),
    );
  });
});

describe('KV transfer and events', () => {
  const config = (kvTransfer: KvTransfer) =>
    JSON.parse(
      args({ kvTransfer })
        .find((word) => word.startsWith('--kv-transfer-config='))!
        .replace(/^[^=]*=/, ''),
    );

  test('NIXL announces the address of the pod', () => {
    const spec = specify({ kvTransfer: KvTransfer.nixl({ role: KvRole.PRODUCER, bufferDevice: 'cpu' }) });
    expect(spec.args).toContain(
      '--kv-transfer-config={"kv_connector":"NixlConnector","kv_role":"kv_producer","kv_buffer_device":"cpu"}',
    );
    expect(spec.extraPorts).toEqual({ nixl: 5600 });
    expect(spec.env!.VLLM_NIXL_SIDE_CHANNEL_HOST.valueFrom).toEqual({ fieldRef: { fieldPath: 'status.podIP' } });
  });

  test.each<[string, KvTransfer, object]>([
    ['LMCache', KvTransfer.lmCache(), { kv_connector: 'LMCacheConnectorV1', kv_role: 'kv_both' }],
    [
      'LMCache in memory',
      KvTransfer.lmCache({ maxLocalCpuSize: Size.gibibytes(20) }),
      {
        kv_connector: 'LMCacheConnectorV1',
        kv_role: 'kv_both',
        kv_connector_extra_config: { 'lmcache.local_cpu': true, 'lmcache.max_local_cpu_size': 20 },
      },
    ],
    [
      'Mooncake',
      KvTransfer.mooncake({ protocol: 'tcp' }),
      {
        kv_connector: 'MooncakeConnector',
        kv_role: 'kv_both',
        kv_connector_extra_config: { mooncake_protocol: 'tcp' },
      },
    ],
    [
      'offloading',
      KvTransfer.offloading({ cpuBytes: Size.gibibytes(100) }),
      {
        kv_connector: 'OffloadingConnector',
        kv_role: 'kv_both',
        kv_connector_extra_config: { cpu_bytes_to_use: 107374182400 },
      },
    ],
    [
      'two',
      KvTransfer.multi([KvTransfer.nixl(), KvTransfer.lmCache()]),
      {
        kv_connector: 'MultiConnector',
        kv_role: 'kv_both',
        kv_connector_extra_config: {
          connectors: [
            { kv_connector: 'NixlConnector', kv_role: 'kv_both' },
            { kv_connector: 'LMCacheConnectorV1', kv_role: 'kv_both' },
          ],
        },
      },
    ],
    ['any other', KvTransfer.custom({ kv_connector: 'X' }), { kv_connector: 'X' }],
  ])('%s', (_, kvTransfer, expected) => {
    expect(config(kvTransfer)).toEqual(expected);
  });

  test('offloaded KV caches are in /dev/shm, and requested', () => {
    const kvTransfer = KvTransfer.offloading({ cpuBytes: Size.gibibytes(100) });
    const spec = specify({ kvTransfer });
    expect(spec.resources).toEqual({ requests: { cpu: '3', memory: '108Gi' } });
    expect(spec.mounts!.map(({ path }) => path)).toContain('/dev/shm');
    expect(() => specify({ kvTransfer, sharedMemory: Size.gibibytes(99) })).toThrow(/^LLMD-ENGINE-SHARED-MEMORY/);
  });

  test("vLLM's connectors are not those of TPUs", () => {
    const tpu = accelerator(AcceleratorVendor.GOOGLE_TPU);
    expect(() => Engine.vllm({ accelerator: tpu, kvTransfer: KvTransfer.nixl() })).toThrow(
      /^LLMD-ENGINE-KV-TRANSFER.*TPUConnector/,
    );
    expect(() => Engine.vllm({ accelerator: tpu, kvTransfer: KvTransfer.custom({ kv_connector: 'X' }) })).not.toThrow();
  });

  test('events name the pod, its port and the model', () => {
    const spec = specify({ kvEvents: { replayPort: 5559 } }, { servedModelNames: ['llama'], port: 8200 });
    expect(spec.args).toContain(
      '--kv-events-config={"enable_kv_cache_events":true,"publisher":"zmq","endpoint":"tcp://*:5556","replay_endpoint":"tcp://*:5559","topic":"kv@$(POD_IP):8200@llama"}',
    );
    expect(spec.extraPorts).toEqual({ 'kv-events': 5556, 'kv-replay': 5559 });
    expect(spec.env!.POD_IP.valueFrom).toEqual({ fieldRef: { fieldPath: 'status.podIP' } });
  });

  test.each<[string, Partial<VllmOptions>]>([
    ['events', { kvEvents: { port: 8000 } }],
    ['events and their replay', { kvEvents: { port: 5556, replayPort: 5556 } }],
    ['NIXL', { kvTransfer: KvTransfer.nixl({ sideChannelPort: 5556 }), kvEvents: {} }],
  ])('a port is taken once: %s', (_, options) => {
    expect(() => specify(options)).toThrow(/^LLMD-ENGINE-PORT-TAKEN at Engine.vllm/);
  });
});

describe('LoRA adapters', () => {
  const adapter = (name: string, source: string, rank?: number): any => ({ name, source, rank });

  test.each<[string, any[], string[]]>([
    ['no rank', [adapter('sql', 'org/sql')], ['--enable-lora', '--lora-modules', 'sql=org/sql']],
    [
      'the next rank that vLLM takes',
      [adapter('a', '/a', 20), adapter('b', '/b')],
      ['--enable-lora', '--max-lora-rank=32', '--lora-modules', 'a=/a', 'b=/b'],
    ],
    ['a path with "="', [adapter('a', '/a=1')], ['--enable-lora', '--lora-modules', '{"name":"a","path":"/a=1"}']],
  ])('%s', (_, adapters, added) => {
    expect(args({}, { adapters })).toEqual([...BASE, LOG, DRAIN, ...added]);
  });

  test('a rank that vLLM does not take', () => {
    expect(() => args({}, { adapters: [adapter('a', '/a', 1024)] })).toThrow(/^LLMD-ENGINE-LORA-RANK.*up to 512/);
  });
});

describe('the pod', () => {
  const pod = (options: Partial<VllmOptions>) =>
    synth(
      (chart) => new ModelServer(chart, 'm', { model: MODEL, engine: Engine.vllm({ accelerator: H100, ...options }) }),
    );

  test('everything that vLLM writes to is writable, and /dev/shm is there for several accelerators', () => {
    const paths = (count: number) =>
      mainContainer(pod({ accelerator: accelerator(AcceleratorVendor.NVIDIA, count) })).volumeMounts.map(
        ({ mountPath }: any) => mountPath,
      );
    expect(paths(1)).toEqual(['/tmp', '/home/vllm', '/home/vllm/.cache']);
    expect(paths(2)).toEqual(['/tmp', '/home/vllm', '/home/vllm/.cache', '/dev/shm']);
    expect(podSpec(pod({ sharedMemory: Size.gibibytes(2) })).volumes).toContainEqual({
      name: 'dev-shm',
      emptyDir: { medium: 'Memory', sizeLimit: '2Gi' },
    });
  });

  test('it has no variable for CPUs', () => {
    const names = mainContainer(pod({})).env.map(({ name }: any) => name);
    expect(names).toEqual(['HOME', 'HF_HOME', 'DO_NOT_TRACK', 'USER', 'TRITON_CACHE_DIR', 'CUDA_CACHE_PATH']);
  });

  test('requests grow with the accelerators', () => {
    const { resources } = mainContainer(pod({ accelerator: accelerator(AcceleratorVendor.NVIDIA, 4) }));
    expect(resources.requests).toMatchObject({ cpu: '6', memory: '32Gi' });
  });

  test.each<[string, Partial<VllmOptions>]>([
    ['NVIDIA', { accelerator: accelerator(AcceleratorVendor.NVIDIA, 4, { resource: 'nvidia.com/gpu' }) }],
    ['AMD', { accelerator: accelerator(AcceleratorVendor.AMD, 2) }],
    ['XPU', { accelerator: accelerator(AcceleratorVendor.INTEL_XPU) }],
    ['TPU', { accelerator: accelerator(AcceleratorVendor.GOOGLE_TPU, 8, { usesSharedMemory: false }) }],
    ['NIXL and events', { kvTransfer: KvTransfer.nixl(), kvEvents: {}, blockSize: 64 }],
    ['offloading', { kvTransfer: KvTransfer.offloading({ cpuBytes: Size.gibibytes(10) }) }],
    ['tools', { toolCallParser: 'hermes', reasoningParser: 'qwen3', quantization: 'fp8' }],
    ['speculative', { speculativeConfig: { numSpeculativeTokens: 3, method: 'ngram' } }],
  ])('validation finds nothing: %s', (_, options) => {
    const objects = synth(
      (chart) => new LlmdStack(chart, 'm', { model: MODEL, engine: Engine.vllm({ accelerator: H100, ...options }) }),
    );
    expect(findings(objects)).toEqual([]);
  });
});

describe('wrong options', () => {
  const gpu = { accelerator: H100 };
  test.each<[string, any]>([
    ['undefined', undefined],
    ['null', null],
    ['a text', 'gpu'],
    ['no accelerator', {}],
    ['accelerator', { accelerator: 'nvidia' }],
    ['accelerator', { accelerator: { count: 1 } }],
    ['tensorParalelSize', { ...gpu, tensorParalelSize: 2 }],
    ['maxModelLength', { ...gpu, maxModelLength: 2 }],
    ...[0, -1, 1.5, NaN, Infinity, '4', null, [4]].flatMap((value): [string, any][] =>
      ['tensorParallelSize', 'maxModelLen', 'blockSize', 'maxNumSeqs', 'maxLoras'].map((option) => [
        option,
        { ...gpu, [option]: value },
      ]),
    ),
    ...[0, 1.01, 92, NaN, '0.9'].map((value): [string, any] => [
      'gpuMemoryUtilization',
      { ...gpu, gpuMemoryUtilization: value },
    ]),
    ...['', ' ', 'a\nb', 4, null, {}].flatMap((value): [string, any][] =>
      ['quantization', 'kvCacheDtype', 'toolCallParser', 'reasoningParser', 'chatTemplate', 'image', 'version'].map(
        (option) => [option, { ...gpu, [option]: value }],
      ),
    ),
    ...['true', 1, null].map((value): [string, any] => ['enforceEager', { ...gpu, enforceEager: value }]),
    ['dtype', { ...gpu, dtype: 'float8' }],
    ['version', { ...gpu, version: 'v0.32.0' }],
    ['version', { ...gpu, version: 'latest' }],
    ['image', { ...gpu, image: 'vllm/vllm-openai:latest' }],
    ['image', { ...gpu, image: 'vllm/vllm-openai' }],
    ['sharedMemory', { ...gpu, sharedMemory: '20Gi' }],
    ['modelCache', { ...gpu, modelCache: 'claim' }],
    ['kvTransfer', { ...gpu, kvTransfer: { kv_connector: 'NixlConnector' } }],
    ['kvEvents.port', { ...gpu, kvEvents: { port: 80 } }],
    ['kvEvents.prot', { ...gpu, kvEvents: { prot: 5556 } }],
    ['speculativeConfig.numSpeculativeTokens', { ...gpu, speculativeConfig: { method: 'ngram' } }],
    ['speculativeConfig', { ...gpu, speculativeConfig: '{}' }],
    ['disableAccessLogForEndpoints[0]', { ...gpu, disableAccessLogForEndpoints: ['health'] }],
    ['disableAccessLogForEndpoints', { ...gpu, disableAccessLogForEndpoints: '/health' }],
    ['maxCpuLoras', { ...gpu, maxLoras: 4, maxCpuLoras: 2 }],
    ['dataParallelMultiPortExternalLb', { ...gpu, dataParallelMultiPortExternalLb: true }],
  ])('%s', (option, options) => {
    let error: any;
    try {
      Engine.vllm(options);
    } catch (thrown) {
      error = thrown;
    }
    expect(LlmdError.isLlmdError(error)).toBe(true);
    expect(error.message).toMatch(/ Fix: .+\.$/);
    if (/^[a-z]+[A-Z.[]/.test(option)) expect(error.message).toContain(option);
  });

  test.each<[string, () => unknown]>([
    ['offloading without memory', () => KvTransfer.offloading({} as any)],
    ['offloading with a text', () => KvTransfer.offloading({ cpuBytes: '1Gi' } as any)],
    ['a port', () => KvTransfer.nixl({ sideChannelPort: 80 })],
    ['a role', () => KvTransfer.nixl({ role: 'both' as any })],
    ['an unknown option', () => KvTransfer.mooncake({ port: 1 } as any)],
    ['a URL', () => KvTransfer.lmCache({ remoteUrl: 'lmcache' })],
    ['one of several', () => KvTransfer.multi([KvTransfer.nixl()])],
    ['no transfers', () => KvTransfer.multi([{}, {}] as any)],
    ['no connector', () => KvTransfer.custom({ kv_role: 'kv_both' })],
    ['no object', () => KvTransfer.custom('NixlConnector' as any)],
  ])('of KvTransfer: %s', (_, make) => {
    expect(make).toThrow(/^LLMD-[A-Z-]+ at KvTransfer\.\w+: got .* Fix: /);
  });
});
