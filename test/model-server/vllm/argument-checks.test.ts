import { Size } from 'cdk8s';
import { AcceleratorVendor, Engine, KvTransfer, ModelServer, type VllmOptions } from '../../../lib';
import { VLLM_VERSIONS } from '../../../lib/catalogue/engines/vllm';
import { checkVllmArguments } from '../../../lib/engine-arguments/vllm/check';
import { mainContainer } from '../../support/objects';
import { synth } from '../../support/synth';
import { accelerator, args, GPU, MODEL } from '../../support/vllm';

const COMMON: Partial<VllmOptions> = {
  maxModelLen: 1024,
  gpuMemoryUtilization: 0.9,
  blockSize: 64,
  enablePrefixCaching: false,
  enableChunkedPrefill: true,
  toolCallParser: 'hermes',
  reasoningParser: 'qwen3',
  lora: { maxLoras: 2 },
  kvCacheDtype: 'fp8',
  kvEvents: {},
};

describe.each(VLLM_VERSIONS)('vLLM %s takes what is written for it', (version) => {
  test.each<[string, Partial<VllmOptions>]>([
    ['nothing but the accelerator', {}],
    ['what all versions have', COMMON],
    ['NIXL', { kvTransfer: KvTransfer.nixl() }],
    ['speculative decoding', { speculativeConfig: { numSpeculativeTokens: 3, method: 'ngram' } }],
  ])('%s', (_, options) => {
    const adapters: any[] = [{ name: 'a', source: '/a', rank: 8 }];
    expect(checkVllmArguments(args({ ...options, version }, { adapters }), version)).toEqual([]);
  });
});

describe('refused by the version', () => {
  test.each<[string, Partial<VllmOptions>, string]>([
    ['kvCacheDtype', { kvCacheDtype: 'nvfp4', version: '0.18.1' }, '--kv-cache-dtype'],
    ['blockSize', { blockSize: 48, version: '0.11.2' }, '--block-size'],
    ['a connector without a role', { kvTransfer: KvTransfer.custom({ kv_connector: 'X' }) }, 'kv_role'],
  ])('%s', (_, options, part) => {
    const make = () => Engine.vllm({ accelerator: GPU, ...options });
    expect(make).toThrow(/^LLMD-ENGINE-ARGUMENT at Engine.vllm: got .*, with vLLM 0/);
    expect(make).toThrow(part);
  });

  test.each<[string, Partial<VllmOptions>, string]>([
    ['toolCallParser', { toolCallParser: 'hermess' }, 'hermes'],
    ['reasoningParser', { reasoningParser: 'qwen33' }, 'qwen3'],
    ['a later one', { toolCallParser: 'apertus', version: '0.21.0' }, 'vLLM 0.21.0'],
  ])('a parser: %s', (_, options, part) => {
    const make = () => Engine.vllm({ accelerator: GPU, ...options });
    expect(make).toThrow(/^LLMD-ENGINE-PARSER at Engine.vllm: got /);
    expect(make).toThrow(part);
  });

  test('but not where the version is not known', () => {
    const image = 'registry.example/engine:v1';
    expect(() => Engine.vllm({ accelerator: GPU, image, toolCallParser: 'mine' })).not.toThrow();
    const kvTransfer = KvTransfer.offloading({ cpuBytes: Size.gibibytes(1) });
    expect(() => args({ image, kvTransfer }, { extraArgs: ['--mine'] })).not.toThrow();
  });
});

describe('extraArgs', () => {
  test.each([['-tp', '1'], ['-tp=1'], ['--tensor-parallel-size', '1'], ['--tensor_parallel_size=1']])(
    'replace an own argument, also by another spelling: %s',
    (...extraArgs) => {
      const spec = { accelerator: accelerator(AcceleratorVendor.NVIDIA, 4) };
      const { args } = server(extraArgs, Engine.vllm(spec)) as { args: string[] };
      expect(args).not.toContain('--tensor-parallel-size=4');
      expect(args.slice(-extraArgs.length)).toEqual(extraArgs);
    },
  );

  const server = (extraArgs: string[], engine = Engine.vllm({ accelerator: GPU, maxModelLen: 1024 })) =>
    mainContainer(synth((chart) => new ModelServer(chart, 'm', { model: MODEL, engine, extraArgs })));

  test('they may replace arguments of the engine', () => {
    const { args: all } = server(['--max-model-len', '2048', '--seed=1']);
    expect(all).toEqual(expect.arrayContaining(['--max-model-len', '2048', '--seed=1']));
    expect(all).not.toContain('--max-model-len=1024');
  });

  test.each<[string, string[]]>([
    ['an option that does not exist', ['--max-model-length=5']],
    ['a value of another kind', ['--max-num-seqs=many']],
    ['a word that belongs to no option', ['--seed=1', 'word']],
    ['an option that the version no longer has', ['--swap-space=4']],
  ])('%s', (_, extraArgs) => {
    expect(() => server(extraArgs)).toThrow(/^LLMD-ENGINE-ARGUMENT at Engine.vllm with extraArgs: got .* Fix: /);
    expect(() => server(extraArgs, Engine.vllmCpu())).toThrow(/^LLMD-ENGINE-ARGUMENT at Engine.vllmCpu with extraArgs/);
  });

  test('an option that the version does not have yet, with the version that brought it', () => {
    const engine = Engine.vllm({ accelerator: GPU, version: '0.17.1' });
    expect(() => server(['--shutdown-timeout=5'], engine)).toThrow('0.18');
  });
});
