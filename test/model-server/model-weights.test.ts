import { Size } from 'cdk8s';
import { PersistentVolumeClaim } from 'cdk8s-plus-28';
import { Accelerator, Engine, Model, ModelServer } from '../../lib';
import { cacheLimit, weightsOf } from '../../lib/model-server/model-weights';
import { podSpec } from '../support/objects';
import { newChart, synth } from '../support/synth';

const claim = PersistentVolumeClaim.fromClaimName(newChart(), 'claim', 'models');

test.each([
  ['by its name', Model.huggingFace('meta-llama/Llama-3.3-70B-Instruct'), 140e9],
  ['by its size', Model.huggingFace('gpt2', { size: Size.mebibytes(1) }), 2 ** 20],
  ['not at all', Model.huggingFace('gpt2'), undefined],
])('weights are known %s', (_, model, bytes) => {
  expect(weightsOf(model)).toBe(bytes);
});

test.each([
  ['a download beside what is compiled', Model.huggingFace('meta-llama/Llama-3.3-70B-Instruct'), '206Gi'],
  ['a download of any size', Model.huggingFace('gpt2'), '2048Gi'],
  ['what is compiled, beside a volume', Model.volume(claim, { id: 'a/b-70B' }), '10Gi'],
  ['what is compiled, beside object storage', Model.objectStorage('s3://bucket/b-70B'), '10Gi'],
])('a cache holds %s', (_, model, limit) => {
  expect(cacheLimit(model).asString()).toBe(limit);
});

const accelerator = Accelerator.nvidia({ count: 2 });

test.each([
  ['vLLM on CPUs', Engine.vllmCpu()],
  ['vLLM', Engine.vllm({ accelerator })],
  ['SGLang', Engine.sglang({ accelerator })],
])('every scratch directory of %s has a limit', (_, engine) => {
  const model = Model.huggingFace('facebook/opt-125m');
  const { volumes } = podSpec(synth((chart) => new ModelServer(chart, 'server', { model, engine })));
  expect(volumes.length).toBeGreaterThan(0);
  expect(volumes.filter(({ emptyDir }: any) => emptyDir && !emptyDir.sizeLimit)).toEqual([]);
});
