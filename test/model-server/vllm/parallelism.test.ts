import { AcceleratorVendor, type VllmOptions } from '../../../lib';
import { accelerator, args, DRAIN, FIRST, LOG, specify } from '../../support/vllm';

describe('parallelism', () => {
  test.each<[number, Partial<VllmOptions>, string[]]>([
    [1, {}, []],
    [4, {}, ['--tensor-parallel-size=4']],
    [4, { tensorParallelSize: 4 }, ['--tensor-parallel-size=4']],
    [8, { pipelineParallelSize: 2 }, ['--tensor-parallel-size=4', '--pipeline-parallel-size=2']],
    [8, { dataParallelSize: 8, enableExpertParallel: true }, ['--data-parallel-size=8', '--enable-expert-parallel']],
  ])('%d accelerators with %j', (count, options, added) => {
    const given = args({ accelerator: accelerator(AcceleratorVendor.NVIDIA, count), ...options });
    expect(given).toEqual([...FIRST, ...added, LOG, DRAIN]);
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
    expect(spec).toMatchObject({ portCount: 4, workersServe: true, probePort: 'dp-supervisor', readyPath: '/readyz' });
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
