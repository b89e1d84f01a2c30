import { Secret } from 'cdk8s-plus-28';
import { Model, ModelServer } from '../../lib';
import { mainContainer } from '../support/objects';
import { newChart, synth } from '../support/synth';

test.each(['facebook/opt-125m', 'gpt2', 'Qwen/Qwen2.5-0.5B_x'])('%s is an id of the hub', (id) => {
  expect(Model.huggingFace(id)).toMatchObject({ id, location: id, spec: { id, revision: undefined } });
});

test.each(['', 'https://huggingface.co/gpt2', 'a/b/c', '/a', 'a b', 'a/b:main'])('%j is refused', (id) => {
  expect(() => Model.huggingFace(id)).toThrow(
    `LLMD-MODEL-ID at Model.huggingFace: got "${id}", expected the id of a model on the hub, such as ` +
      "facebook/opt-125m. Fix: copy the id from the model's page, without the host.",
  );
});

test('a revision is passed on', () => {
  const model = Model.huggingFace('a/b', { revision: '27dcfa74' });
  const objects = synth((chart) => new ModelServer(chart, 'vllm', { model }));
  expect(mainContainer(objects).args).toContain('--revision=27dcfa74');
});

describe('a token', () => {
  const HF_TOKEN = { name: 'HF_TOKEN', valueFrom: { secretKeyRef: { name: 'hub', key: 'HF_TOKEN' } } };

  test('is written as a reference to its Secret', () => {
    const token = Secret.fromSecretName(newChart(), 'secret', 'hub');
    const objects = synth((chart) => new ModelServer(chart, 'vllm', { model: Model.huggingFace('a/b', { token }) }));
    expect(mainContainer(objects).env).toContainEqual(HF_TOKEN);
  });

  test('is not written where there is none', () => {
    const objects = synth((chart) => new ModelServer(chart, 'vllm', { model: Model.huggingFace('a/b') }));
    expect(mainContainer(objects).env).not.toContainEqual(HF_TOKEN);
  });
});
