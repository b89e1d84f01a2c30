import { DataPlane, Engine, InferenceStack, LoraAdapter, Model, Release } from '../../lib';
import { defineKinds } from '../support/definitions';
import { ownNamespace } from '../support/namespace';
import type { PortForward } from '../support/port-forward';
import { removeClusterScoped, serve } from '../support/pool';
import { complete, get, json } from '../support/requests';
import { synth } from '../support/synth';

const MODEL = 'facebook/opt-125m';
const release = Release.GAIE_V1_5_0;

describe(`two LoRA adapters, simulated vLLM, real picker ${release.id}:`, () => {
  const namespace = ownNamespace('hardware-lora');
  const stack = synth(namespace, (chart) => {
    return new InferenceStack(chart, 'lora', {
      model: Model.huggingFace(MODEL),
      engine: Engine.simulator({ maxLoras: 2 }),
      adapters: [
        LoraAdapter.huggingFace('sql', 'org/sql-lora', { rank: 16 }),
        LoraAdapter.huggingFace('law', 'org/law-lora', { rank: 8 }),
      ],
      rewrites: [{ models: ['sql-stable'], targets: [{ model: 'sql' }] }],
      replicas: 2,
      dataPlane: DataPlane.standaloneEnvoy(),
      release,
    });
  });
  let tunnel: PortForward;
  afterAll(async () => {
    await tunnel?.close();
    await removeClusterScoped(stack.yaml);
  });

  const answered = async (model: string) =>
    json(await complete(tunnel.url, { model, prompt: 'The future', max_tokens: 4 })).model as string;

  test('the stack applies and serves', async () => {
    await defineKinds(release);
    tunnel = await serve(namespace, stack.yaml, stack.made);
  });

  test('the adapters are listed below their model', async () => {
    const { data } = json(await get(`${tunnel.url}/v1/models`));
    expect(data.map(({ id, parent }: any) => [id, parent ?? undefined])).toEqual(
      expect.arrayContaining([
        [MODEL, undefined],
        ['sql', MODEL],
        ['law', MODEL],
      ]),
    );
  });

  test('each answers for its name, and an alias is rewritten to an adapter', async () => {
    expect(await answered('sql')).toBe('sql');
    expect(await answered('law')).toBe('law');
    // The picker puts the alias back into the answer.
    expect(['sql', 'sql-stable']).toContain(await answered('sql-stable'));
    expect((await complete(tunnel.url, { model: 'no-such-adapter', prompt: 'a', max_tokens: 1 })).status).toBe(404);
  });
});
