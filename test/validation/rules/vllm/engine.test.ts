import { VLLM_RULES } from '../../../../lib/validation/rules/vllm';
import { diagnostics } from '../../../support/diagnostics';
import { pod, simulator, vllm } from '../../../support/manifests';

const ARGS = 'spec.containers[0].args';
const violationsOf = (line: string, fields: object = {}) =>
  diagnostics(VLLM_RULES, [pod('vllm', { containers: [vllm({ args: line.split(' ').filter(Boolean), ...fields })] })]);

describe('the engine', () => {
  test.each<[string, string[]]>([
    ['--gpu-memory-utilization 1', []],
    [
      '--gpu-memory-utilization 0.5 --gpu-memory-utilization 1.5',
      [
        '3]: --gpu-memory-utilization is 1.5, and the engine wants a number of at most 1; correct the value of --gpu-memory-utilization',
      ],
    ],
    [
      '-tp 0',
      [
        '1]: --tensor-parallel-size is 0, and the engine wants a number of at least 1; correct the value of --tensor-parallel-size',
      ],
    ],
    [
      '--watermark 1',
      ['1]: --watermark is 1, and the engine wants a number below 1; correct the value of --watermark'],
    ],
    [
      '--foo --gpu-memory-utilization 1.5',
      [`LLMD-VLLM-FLAG ${ARGS}[1]: vLLM 0.32.0 has no option --foo; take it away`],
    ],
    ['--help --gpu-memory-utilization 1.5', ['1]: vLLM prints its help and ends; take --help away']],
    ['--enable-auto-tool-choice --tool-call-parser hermes', []],
    ['--tool-call-parser absent', []],
    ['--enable-auto-tool-choice --tool-call-parser absent --tool-parser-plugin /a.py', []],
    [
      '--enable-auto-tool-choice --tool-call-parser absent',
      [
        '2]: --tool-call-parser is no parser that vLLM has; write one of those that `vllm serve --help=tool-call-parser` lists, or add --tool-parser-plugin',
      ],
    ],
    ['--reasoning-parser qwen3', []],
    ['--reasoning-parser=', []],
    [
      '--reasoning-parser absent',
      [
        '1]: --reasoning-parser is no parser that vLLM has; write one that the documentation of vLLM lists, or add --reasoning-parser-plugin',
      ],
    ],
    ['--headless --api-server-count 0', []],
    ['--api-server-count 2', []],
    [
      '--headless --api-server-count 2',
      ['2]: --api-server-count stands beside --headless, which starts no server; take one of the two away'],
    ],
    ['--data-parallel-start-rank 2 --data-parallel-hybrid-lb', []],
    ['--data-parallel-start-rank 2', []],
    ['--data-parallel-rank 0 --data-parallel-external-lb', []],
    ['-dpm -dp 4 -dpl 2 -dpr 2', []],
    [
      '--data-parallel-rank 0 --data-parallel-hybrid-lb',
      [expect.stringMatching(/^3\]: vLLM is to balance its load in more than one way; keep one of /)],
    ],
    ['--data-parallel-external-lb --data-parallel-start-rank 2', [expect.stringMatching(/^2\]: vLLM is to balance/)]],
  ])('%s', (line, expected) => {
    const prefix = `LLMD-VLLM-ENGINE ${ARGS}[`;
    expect(violationsOf(line).map((text) => text.replace(prefix, ''))).toEqual(expected);
  });
});

describe('the GPUs', () => {
  const gpus = (count: unknown) => ({ resources: { limits: { 'nvidia.com/gpu': count } } });
  const needs = (at: number, count: number, parts: string, has: number) => [
    `LLMD-VLLM-DEVICES ${ARGS}[${at}]: vLLM needs ${count} GPUs (${parts}), and container vllm has ${has}; set nvidia.com/gpu to ${count}, or spread the model over fewer`,
  ];

  test.each<[string, object, string[]]>([
    ['-tp 2', gpus(2), []],
    ['-tp 2', {}, []],
    ['', gpus(1), []],
    ['-tp 2', gpus('1'), needs(1, 2, 'tensor-parallel-size 2', 1)],
    ['-tp 2', { resources: { requests: { 'nvidia.com/gpu': 1 } } }, needs(1, 2, 'tensor-parallel-size 2', 1)],
    [
      '-tp 2 -pp 2 -pcp 2',
      gpus(4),
      needs(5, 8, 'tensor-parallel-size 2, pipeline-parallel-size 2, prefill-context-parallel-size 2', 4),
    ],
    ['-tp 2 --distributed-executor-backend mp', gpus(1), needs(1, 2, 'tensor-parallel-size 2', 1)],
    ['-tp 2 --distributed-executor-backend ray', gpus(1), []],
    ['-tp 8 -pp 2 --nnodes 2', gpus(8), []],
    ['-tp 2', { resources: { limits: { 'amd.com/gpu': 1 } } }, []],
    ['-tp $(TP)', { ...gpus(1), env: [{ name: 'TP', valueFrom: {} }] }, []],
  ])('%s with %j', (line, fields, expected) => expect(violationsOf(line, fields)).toEqual(expected));
});

describe('the port', () => {
  const ports = (...numbers: number[]) => ({ ports: numbers.map((containerPort) => ({ containerPort })) });
  const message = (port: string, declared: string) =>
    `vLLM listens on ${port}, and container vllm declares ${declared}; declare containerPort ${port.split(',')[0]}, or set --port to a port that is declared`;

  test.each<[string, object, string[]]>([
    ['--port 8200', ports(8200), []],
    ['--port 8200', { ports: [] }, []],
    ['--port 8200', { ports: undefined }, []],
    ['', ports(8000, 5556), []],
    ['--port 8200 --port 8201', ports(8000, 8200), [`LLMD-VLLM-PORT ${ARGS}[3]: ${message('8201', '8000, 8200')}`]],
    ['', ports(8080), [`LLMD-VLLM-PORT spec.containers[0].ports: ${message('8000, its default', '8080')}`]],
    ['--headless', ports(5555), []],
    ['--uds /run/vllm.sock', ports(5555), []],
    ['--port $(PORT)', { ...ports(80), env: [{ name: 'PORT', valueFrom: {} }] }, []],
  ])('%s with %j', (line, fields, expected) => expect(violationsOf(line, fields)).toEqual(expected));
});

describe('the simulator', () => {
  const simulated = (line: string, image = 'ghcr.io/llm-d/llm-d-inference-sim:v0.10.2') =>
    diagnostics(VLLM_RULES, [pod('sim', { containers: [simulator({ image, args: line.split(' ') })] })]);

  test.each<[string, string[]]>([
    ['--model=opt --served-model-name a b --lora-modules {"name":"c"} {"name":"d"} -v=4 --omni', []],
    [
      '--model=opt --tensor-parallel-size=2',
      [
        `LLMD-SIMULATOR-FLAG ${ARGS}[1]: llm-d-inference-sim 0.10.2 has no flag --tensor-parallel-size; did you mean --data-parallel-size?`,
      ],
    ],
    ['--zzzzzzzz', [`LLMD-SIMULATOR-FLAG ${ARGS}[0]: llm-d-inference-sim 0.10.2 has no flag --zzzzzzzz; take it away`]],
    [
      '--port http',
      [`LLMD-SIMULATOR-FLAG ${ARGS}[1]: --port is "http", expected a whole number; correct the value of --port`],
    ],
    ['--port', [`LLMD-SIMULATOR-FLAG ${ARGS}[0]: --port is "", expected a value; correct the value of --port`]],
    [
      '--time-to-first-token=100',
      [
        `LLMD-SIMULATOR-FLAG ${ARGS}[0]: --time-to-first-token is "100", expected a duration such as 500ms, 30s or 1m30s; correct the value of --time-to-first-token`,
      ],
    ],
  ])('%s', (line, expected) => expect(simulated(line)).toEqual(expected));

  test('of another version is not checked', () => {
    expect(simulated('--foo', 'ghcr.io/llm-d/llm-d-inference-sim:v0.9.0')).toEqual([]);
  });

  test('flags of a variable of unknown value are not checked', () => {
    const container = simulator({ args: ['--$(FLAG)=1'], env: [{ name: 'FLAG', valueFrom: {} }] });
    expect(diagnostics(VLLM_RULES, [pod('sim', { containers: [container] })])).toEqual([]);
  });
});
