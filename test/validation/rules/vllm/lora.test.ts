import { VLLM_LORA } from '../../../../lib/validation/rules/vllm/lora';
import { diagnostics, places } from '../../../support/diagnostics';
import { podWith, vllm } from '../../../support/manifests';

test('adapters without LoRA', () => {
  expect(
    diagnostics([VLLM_LORA], podWith(vllm({ args: ['--max-loras=2', '--lora-modules', 'sql=/lora/sql'] }))),
  ).toEqual([
    'LLMD-VLLM-LORA spec.containers[0].args[2]: --lora-modules stands without --enable-lora, and vLLM ends when it loads the first adapter; add --enable-lora',
  ]);
});

test.each<[args: string, fields: object, count: number]>([
  ['--lora-modules={"name":"sql","path":"/lora/sql"}', {}, 1],
  ['--lora_modules sql=/a py=/b', {}, 1],
  ['--lora-modules sql=/a', { image: 'vllm/vllm-openai:v0.19.1' }, 1],
  ['--lora-modules sql=/a --no-enable-lora', {}, 1],
  ['--lora-modules sql=/a --disable-log-requests', {}, 1],
  ['--enable-lora --lora-modules sql=/a', {}, 0],
  ['--enable-lora', {}, 0],
  ['', {}, 0],
  ['--lora-modules sql=/a --headless', {}, 0],
  ['--lora-modules sql=/a --help', {}, 0],
  ['--lora-modules sql=/a $(MORE)', { env: [{ name: 'MORE', valueFrom: { fieldRef: {} } }] }, 0],
  ['--lora-modules sql=/a --max-loras=many', {}, 0],
])('%s', (args, fields, count) => {
  const container = vllm({ args: args.split(' ').filter(Boolean), ...fields });
  expect(places([VLLM_LORA], podWith(container))).toHaveLength(count);
});
