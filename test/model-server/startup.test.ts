import { Size } from 'cdk8s';
import { PersistentVolumeClaim } from 'cdk8s-plus-28';
import { Accelerator, Engine, Model, ModelServer } from '../../lib';
import { startupSeconds } from '../../lib/model-server/startup';
import { mainContainer } from '../support/objects';
import { newChart, synth } from '../support/synth';

const TPU = Accelerator.googleTpu({ type: 'tpu-v6e-slice', topology: '2x4' });
const minutes = (model: Model) => startupSeconds(model) / 60;
const hub = (id: string) => Model.huggingFace(id);

// 10 minutes for the engine; 1e9 parameters are 2 GB, which take 40 s from the hub.
test.each([
  ['facebook/opt-125m', 11],
  ['Qwen/Qwen2.5-0.5B-Instruct', 11],
  ['org/1.5b', 11],
  ['meta-llama/Llama-3.2-3B', 12],
  ['meta-llama/Llama-3.3-70B-Instruct', 57],
  ['mistralai/Mixtral-8x7B-Instruct-v0.1', 48],
  ['Qwen/Qwen3-30B-A3B', 30],
  ['Qwen/Qwen2.5-7B-Instruct-1M', 15],
  ['org/model-1T', 677],
])('%s may take %d min', (id, expected) => {
  expect(minutes(hub(id))).toBe(expected);
});

test.each(['gpt2', '70b/model', 'deepseek-ai/DeepSeek-V3', 'org/model-v70bx', 'org/a70b', 'org/phi-4k'])(
  'the size of %s is not known, so that it may take 30 min',
  (id) => {
    expect(minutes(hub(id))).toBe(30);
  },
);

test('the source decides how fast weights arrive', () => {
  const claim = PersistentVolumeClaim.fromClaimName(newChart(), 'claim', 'models');
  const id = 'org/model-70B';
  expect(minutes(hub(id))).toBe(57);
  expect(minutes(Model.volume(claim, { id }))).toBe(34);
  expect(minutes(Model.image('a/b:v1', { id }))).toBe(34);
  expect(minutes(Model.objectStorage('s3://bucket/model-70B'))).toBe(20);
});

test('a size that is given counts, whatever the id says', () => {
  expect(minutes(Model.huggingFace('org/model-70B', { size: Size.kibibytes(1) }))).toBe(11);
  expect(minutes(Model.huggingFace('gpt2', { size: Size.gibibytes(140) }))).toBe(61);
});

// For TPUs, vLLM compiles for half an hour first.
test.each([
  ['CPUs', 'org/model-70B', Engine.vllmCpu(), 57],
  ['GPUs', 'org/model-70B', Engine.vllm({ accelerator: Accelerator.nvidia({ count: 4 }) }), 57],
  ['TPUs', 'org/model-70B', Engine.vllm({ accelerator: TPU }), 87],
  ['TPUs', 'gpt2', Engine.vllm({ accelerator: TPU }), 60],
])('on %s the startup probe waits for it: %s', (_, id, engine, expected) => {
  const objects = synth((chart) => new ModelServer(chart, 'server', { model: hub(id), engine }));
  const { periodSeconds, failureThreshold } = mainContainer(objects).startupProbe;
  expect(periodSeconds * failureThreshold).toBe(expected * 60);
});
