import { checkSglangArguments, mainSpelling } from '../../lib/engine-arguments/sglang';

const check = (...args: string[]) => checkSglangArguments('here', args, '0.5.20');

test.each([
  [['--model-path=a', '--tp-size', '2']],
  [['--tensor-parallel-size=2']],
  // Python's argparse takes the beginning of a flag if it is clear.
  [['--tp', '2']],
  [['--mem-fraction=0.5']],
  [['--chunked-prefill-size', '-1']],
  [['--enable-lora', '--lora-paths', 'a=b', '{"lora_name":"a","lora_path":"b c"}', '--port=1']],
  [['--lora-paths']],
  [['--context-length=25.6k']],
  [['--context-length', '32Ki']],
  [['--preferred-sampling-params={"top_p":0.9}']],
  [['--schedule-conservativeness=1e-3']],
  [['--max-running-requests=1_000']],
  [['--quantization=fp8']],
  [['--chat-template=a b']],
])('%j is accepted', (args) => {
  expect(() => check(...args)).not.toThrow();
});

test.each([
  [
    ['--tp-sise=2'],
    'LLMD-ENGINE-ARGUMENT at here: got the flag --tp-sise, expected a flag of SGLang 0.5.20. Fix: write --tp-size.',
  ],
  [['--max_running_requests=2'], 'Fix: write --max-running-requests.'],
  [['--gpu-memory-utilization=0.9'], 'LLMD-ENGINE-ARGUMENT at here: got the flag --gpu-memory-utilization'],
  [['--enable'], 'LLMD-ENGINE-ARGUMENT at here: got the flag --enable'],
  [['model'], 'LLMD-ENGINE-ARGUMENT at here: got the word "model"'],
  [['--enable-lora', 'true'], 'LLMD-ENGINE-ARGUMENT at here: got the word "true"'],
  [
    ['--enable-lora=true'],
    'LLMD-ENGINE-ARGUMENT-VALUE at here: got --enable-lora "true", expected no value: it is a switch',
  ],
  [['--tp-size'], 'LLMD-ENGINE-ARGUMENT-VALUE at here: got --tp-size "", expected a value'],
  [['--tp-size', '--enable-lora'], 'LLMD-ENGINE-ARGUMENT-VALUE at here: got --tp-size "", expected a value'],
  [['--tp-size=two'], 'LLMD-ENGINE-ARGUMENT-VALUE at here: got --tp-size "two", expected a whole number'],
  [['--tp-size=1.5'], 'LLMD-ENGINE-ARGUMENT-VALUE at here: got --tp-size "1.5", expected a whole number'],
  [
    ['--mem-fraction-static=most'],
    'LLMD-ENGINE-ARGUMENT-VALUE at here: got --mem-fraction-static "most", expected a number',
  ],
  [
    ['--context-length=32K'],
    'LLMD-ENGINE-ARGUMENT-VALUE at here: got --context-length "32K", expected a whole number, or one such as 32k',
  ],
  [['--context-length=1.5Ki'], 'LLMD-ENGINE-ARGUMENT-VALUE at here: got --context-length "1.5Ki"'],
  [
    ['--preferred-sampling-params=x'],
    'LLMD-ENGINE-ARGUMENT-VALUE at here: got --preferred-sampling-params "x", expected JSON',
  ],
  [['--quantization=fp9'], 'LLMD-ENGINE-ARGUMENT-VALUE at here: got --quantization "fp9", expected fp8'],
])('%j is refused', (args, message) => {
  expect(() => check(...args)).toThrow(message);
});

test('a flag is known by each of its spellings', () => {
  const flags = ['--tensor-parallel-size', '--tp', '--no-such-flag'].map((flag) => mainSpelling(flag, '0.5.20'));
  expect(flags).toEqual(['--tp-size', '--tp-size', undefined]);
});
