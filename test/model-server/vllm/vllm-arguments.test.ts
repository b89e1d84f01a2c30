import { Dtype, type Model, type VllmOptions } from '../../../lib';
import { args, DRAIN, FIRST, LOG, MODEL } from '../../support/vllm';

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
    ['no sliding window', { disableSlidingWindow: true }, ['--disable-sliding-window']],
    ['trust', { trustRemoteCode: true }, ['--trust-remote-code']],
  ])('%s', (_, options, added) => {
    expect(args(options)).toEqual([...FIRST, ...added, LOG, DRAIN]);
  });

  test('speculative decoding', () => {
    const speculativeConfig = { numSpeculativeTokens: 3, method: 'ngram', promptLookupMax: 4 };
    expect(args({ speculativeConfig })).toContain(
      '--speculative-config={"num_speculative_tokens":3,"method":"ngram","prompt_lookup_max":4}',
    );
  });

  test('what an endpoint picker asks for each prompt is not logged', () => {
    const log = `${LOG},/v1/completions/render,/v1/chat/completions/render`;
    expect(args({ enableScaleOut: true })).toEqual([...FIRST, '--enable-scale-out', log, DRAIN]);
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
