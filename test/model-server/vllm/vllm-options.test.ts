import { Engine, KvTransfer } from '../../../lib';
import { GPU } from '../../support/vllm';

describe('wrong options', () => {
  const gpu = { accelerator: GPU };
  test.each<[string, any]>([
    ['the options', undefined],
    ['the options', null],
    ['the options', 'gpu'],
    ['accelerator', {}],
    ['accelerator', { accelerator: 'nvidia' }],
    ['accelerator', { accelerator: { count: 1 } }],
    ['tensorParalelSize', { ...gpu, tensorParalelSize: 2 }],
    ['maxModelLength', { ...gpu, maxModelLength: 2 }],
    ...[0, -1, 1.5, NaN, Infinity, '4', null, [4]].flatMap((value): [string, any][] =>
      ['tensorParallelSize', 'maxModelLen', 'blockSize', 'maxNumSeqs', 'maxNumBatchedTokens'].map((option) => [
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
    ['lora.maxLoras', { ...gpu, lora: { maxLoras: 0 } }],
    ['dataParallelMultiPortExternalLb', { ...gpu, dataParallelMultiPortExternalLb: true }],
  ])('%s', (option, options) => {
    const make = () => Engine.vllm(options);
    expect(make).toThrow(/^LLMD-[A-Z-]+ at Engine\.vllm: got .* Fix: .+\.$/);
    expect(make).toThrow(option);
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
