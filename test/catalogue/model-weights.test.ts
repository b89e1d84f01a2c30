import { leastWeights, parametersInName } from '../../lib/catalogue/model-weights';

test.each<[string, number | undefined]>([
  ['meta-llama/Llama-3.3-70B-Instruct', 70e9],
  ['mistralai/Mixtral-8x7B-v0.1', 56e9],
  ['Qwen/Qwen3-30B-A3B', 30e9],
  ['facebook/opt-125m', 125e6],
  ['/models/phi-4', undefined],
])('parameters in %s: %s', (id, parameters) => {
  expect(parametersInName(id)).toBe(parameters);
});

test.each<[string, number | undefined]>([
  ['Qwen/Qwen3-32B', 64e9],
  ['Qwen/Qwen3-32B-FP8', 32e9],
  ['RedHatAI/Llama-3.3-70B-Instruct-quantized.w8a8', 70e9],
  ['casperhansen/llama-3-70b-instruct-awq', 35e9],
  ['RedHatAI/Meta-Llama-3.1-8B-Instruct-quantized.w4a16', 4e9],
  ['openai/gpt-oss-120b', 65e9],
  ['deepseek-ai/DeepSeek-R1-0528', 689e9],
  ['nvidia/DeepSeek-R1-FP4', 689e9 / 4],
  ['deepseek-ai/DeepSeek-R1-Distill-Qwen-7B', 14e9],
  ['/models/phi-4', undefined],
])('least weights of %s: %s', (id, bytes) => {
  expect(leastWeights(id)).toBe(bytes);
});
