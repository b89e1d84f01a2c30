import { UNKNOWN } from '../../../lib/text/unknown-value';
import { type ServeRequest, serveArguments } from '../../../lib/engine-arguments/vllm/serve-arguments';

/** The refusals, each as `kind@word: message`. */
function refusals(line: string | readonly string[], request: Partial<ServeRequest> = {}): string[] {
  const words = typeof line === 'string' ? line.split(' ') : line;
  return serveArguments({ words, environment: () => null, ...request }).refusals.map(
    ({ kind, at, message }) => `${kind}@${at}: ${message}`,
  );
}

test.each([
  ['dashes and underscores', 'opt --max_model_len 5 --max-num-seqs=5'],
  ['the beginning of an option', 'opt --max-model-l 5'],
  ['the model behind the options', '--port 8000 opt'],
  ['no model', '--port 8000'],
  ['a deprecated model', '--port 8000 --model opt --served-model-name a b'],
  ['short options', 'opt -tp 2 -dp=2 -n2 -q fp8'],
  ['an optimization level', 'opt -O3 -O=2 -O 1 -Onothing'],
  ['a negative number', 'opt --seed -1 --watermark=-0.5'],
  ['the opposite', 'opt --no-enable-prefix-caching --enforce-eager --no-enforce-eager'],
  ['an option twice', 'opt --port 1 --port 2'],
  ['many values', 'opt --served-model-name a b c --port 8000'],
  ['a value that may be missing', 'opt --hf-token --port 8000'],
  ['human-readable numbers', 'opt --max-num-batched-tokens 8k --kv-cache-memory-bytes 20G --max-model-len auto'],
  ['none', 'opt --max-log-len None --host='],
  ['JSON', 'opt --speculative-config {"method":"ngram"} --allowed-origins ["*"] --hf-overrides {"a":1}'],
  ['text for JSON', 'opt --additional-config text'],
  ['a backend in another spelling', 'opt --moe-backend DEEP-GEMM'],
  ['dotted keys', 'opt --hf-overrides.rope.theta 1e6 --compilation-config.mode=3 --kv-transfer-config.kv_role=kv_both'],
  ['lists by dotted keys', 'opt --compilation-config.custom_ops+ +a,-b --compilation-config.custom_ops+=none'],
  ['help before anything else', 'opt --help --unknown'],
  ['help by a keyword', 'opt --help=port'],
  ['adapters', 'opt --lora-modules a=b {"name":"c","path":"d"}'],
])('takes %s', (_, line) => expect(refusals(line)).toEqual([]));

test.each<[string, string | string[], string]>([
  [
    'one that was removed before the oldest known version',
    'opt --use-v2-block-manager',
    'flag@1: vLLM 0.32.0 has no option --use-v2-block-manager any more',
  ],
  ['an unknown option', 'opt --foo-bar-baz', 'flag@1: vLLM 0.32.0 has no option --foo-bar-baz'],
  [
    'one that was removed',
    'opt --disable-log-requests',
    'flag@1: vLLM 0.32.0 has no option --disable-log-requests, which was removed in vLLM 0.17',
  ],
  [
    'one that could be two',
    'opt --enable-l',
    'flag@1: --enable-l could be --enable-layerwise-nvtx-tracing, --enable-log-deltas, --enable-log-outputs, --enable-log-requests, --enable-logging-iteration-details, …',
  ],
  ['a short one that could be two', 'opt -d 1', 'flag@1: -d could be -dpa, -dpb, -dpe, -dph, -dpm, …'],
  ['a value joined to a short option of two letters', 'opt -tp2', 'flag@1: vLLM 0.32.0 has no option -tp2'],
  ['no value', 'opt --port --dtype auto', 'value@1: --port stands without a value'],
  ['no value at the end', 'opt --api-key', 'value@1: --api-key stands without a value'],
  ['a value that looks like an option', 'opt --chat-template -x', 'value@1: --chat-template stands without a value'],
  [
    'the value of a switch',
    'opt --enforce-eager=true',
    'value@1: --enforce-eager=true has a value, but --enforce-eager takes none',
  ],
  [
    'a word behind a switch',
    'opt --enforce-eager true',
    'word@2: the word "true" belongs to no option; one word in front is the model, and there is one already',
  ],
  ['text for a number', 'opt --port=http', 'value@1: --port is "http", expected a whole number'],
  ['a decimal for a whole number', 'opt --port 1.5', 'value@2: --port is "1.5", expected a whole number'],
  [
    'text for a decimal',
    'opt --gpu-memory-utilization x',
    'value@2: --gpu-memory-utilization is "x", expected a number',
  ],
  [
    'a decimal with a binary suffix',
    'opt --max-model-len 1.5K',
    'value@2: --max-model-len is "1.5K", expected a whole number, such as 4096, 4k or 4K, or "auto"',
  ],
  [
    'no choice',
    'opt --dtype=float8',
    'value@1: --dtype is "float8", expected one of auto, bfloat16, float, float16, float32, half',
  ],
  [
    'a choice in other letters',
    'opt --dtype=Auto',
    'value@1: --dtype is "Auto", expected one of auto, bfloat16, float, float16, float32, half',
  ],
  [
    'no number among the choices',
    'opt --max-lora-rank 7',
    'value@2: --max-lora-rank is "7", expected one of 1, 8, 16, 32, 64, 128, 256, 320, 512',
  ],
  ['none where there must be one', 'opt --port None', 'value@2: --port is "None", expected a whole number'],
  ['no JSON', 'opt --speculative-config {', 'value@2: --speculative-config is "{", expected JSON'],
  [
    'no adapter',
    'opt --lora-modules a,b=c',
    'value@2: --lora-modules is "a,b=c", expected name=path, or JSON with name, path, base_model_name, is_3d_lora_weight',
  ],
  [
    'an adapter without a path',
    'opt --lora-modules {"name":"a"}',
    'value@2: --lora-modules is "{\\"name\\":\\"a\\"}", expected name=path, or JSON with name, path, base_model_name, is_3d_lora_weight',
  ],
  [
    'two models',
    'opt --model other',
    'word@0: the word "opt" belongs to no option; one word in front is the model, and there is one already',
  ],
  [
    'names without a model',
    '--served-model-name a',
    'conflict@0: --served-model-name stands without a model: the first word is --served-model-name, not a model',
  ],
  ['a model without a name', 'opt --model', 'value@1: --model stands without a value'],
  ['a dotted key without a value', 'opt --hf-overrides.a', 'value@1: --hf-overrides.a stands without a value'],
  ['a key of nothing', 'opt --foo.bar 1', 'flag@1: vLLM 0.32.0 has no option --foo'],
  [
    'a field of JSON',
    'opt --kv-transfer-config.kv_rol=kv_both',
    expect.stringContaining('expected kv_rol: only the fields kv_connector, engine_id,'),
  ],
  [
    'a word after the end of options',
    'opt --port 1 -- --dtype',
    'word@3: the word "--" belongs to no option; one word in front is the model, and there is one already',
  ],
])('refuses %s', (_, line, expected) => {
  expect(refusals(line)[0]).toEqual(expected);
});

test('the remedies name similar options', () => {
  const remedy = (line: string) => serveArguments({ words: line.split(' ') }).refusals[0].remedy;
  expect(remedy('opt --max-modle-len 5')).toBe('did you mean --max-model-len?');
  expect(remedy('opt --disable-log-requests')).toBe(
    'take it away: requests are not logged unless --enable-log-requests asks for it',
  );
  expect(remedy('opt --dtype=bfloat1')).toBe('did you mean bfloat16?');
  expect(remedy('opt --port=x')).toBe('correct the value of --port');
  expect(remedy('opt --enforce-eager=1')).toBe('write --enforce-eager alone, or --no-enforce-eager for the opposite');
  expect(remedy('opt --headless=1')).toBe('write --headless alone');
  expect(remedy('opt --enforce-eager true')).toBe(
    'take it away, or correct the option in front of it, --enforce-eager',
  );
  expect(remedy('opt true')).toBe('take it away');
  expect(remedy('opt --qqqqqqqqqq')).toBe('take it away');
  expect(remedy('opt --enable-l')).toBe('write the whole name');
  expect(remedy('opt --device cpu')).toBe('take it away: vLLM finds its device');
});

describe('unknown values', () => {
  test.each([
    ['a value', `opt --port ${UNKNOWN} --max-model-len=${UNKNOWN} --dtype=b${UNKNOWN}`],
    ['JSON', `opt --kv-transfer-config {"kv_role":"${UNKNOWN}"} --speculative-config ${UNKNOWN}`],
    ['an option', `opt --${UNKNOWN} 5 6`],
    ['words', `opt ${UNKNOWN} 5 --enable-auto-tool-choice`],
    ['the model', `${UNKNOWN} opt --port 8000`],
    ['a parser', `opt --enable-auto-tool-choice --tool-call-parser=${UNKNOWN}`],
  ])('%s is not checked', (_, line) => expect(refusals(line)).toEqual([]));

  test.each([
    ['JSON with an unknown field', `opt --kv-transfer-config {"kv_role":"${UNKNOWN}","a":1}`, 'value'],
    ['another option', `opt ${UNKNOWN} --foo`, 'flag'],
  ])('%s is checked', (_, line, kind) => expect(refusals(line)).toEqual([expect.stringMatching(`^${kind}@`)]));
});

describe('values', () => {
  const values = (line: string, request: Partial<ServeRequest> = {}) =>
    serveArguments({ words: line.split(' '), ...request });

  test.each<[string, string, unknown]>([
    ['opt', 'port', 8000],
    ['opt', 'uds', null],
    ['opt', 'headless', false],
    ['opt --port 1 --port 2', 'port', 2],
    ['opt --no-enforce-eager', 'enforce_eager', false],
    ['opt -ep', 'enable_expert_parallel', true],
    ['opt', 'no_such_option', undefined],
    ['opt --max-model-len=2K', 'max_model_len', 2048],
    ['opt --served-model-name a b', 'served_model_name', ['a', 'b']],
    ['opt --lora-modules a=b=c', 'lora_modules', [{ name: 'a', path: 'b=c' }]],
    [`opt --port=${UNKNOWN}`, 'port', undefined],
    [`opt ${UNKNOWN} ${UNKNOWN}`, 'port', undefined],
    ['opt --config x.yaml', 'port', undefined],
    ['opt --served-model-name=--', 'served_model_name', []],
  ])('%s: %s', (line, dest, expected) => expect(values(line).value(dest)).toEqual(expected));

  test.each<[string, string | undefined, Partial<ServeRequest>]>([
    ['opt', 'opt', {}],
    ['--model opt', 'opt', {}],
    ['--port 1', 'Qwen/Qwen3-0.6B', {}],
    [UNKNOWN, undefined, {}],
    ['opt', 'Qwen/Qwen3-0.6B', { isSubcommand: false }],
    ['--model opt', 'opt', { isSubcommand: false }],
  ])('%s is of the model %s', (line, model, request) => expect(values(line, request).model).toBe(model));
});
