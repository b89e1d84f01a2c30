import { DataPlane, InferenceStack, type LlmdStackProps, type LoraAdapter, Model, Release } from '../../lib';
import { defineKinds } from '../support/definitions';
import { ownNamespace } from '../support/namespace';
import { removeClusterScoped, serve } from '../support/pool';
import type { PortForward } from '../support/port-forward';
import { complete, get, json } from '../support/requests';
import { synth } from '../support/synth';
import { note } from '../support/wait';

const MODEL = 'facebook/opt-125m';
const release = Release.GAIE_V1_5_0;

/** A set-up whose adapters are called `sql` and `law`. */
export interface AdaptersUnderTest {
  readonly title: string;
  readonly namespace: string;
  /** Engine, resources and so on. */
  readonly props: Partial<LlmdStackProps>;
  readonly adapters: LoraAdapter[];
  /** Makes what the adapters are read from. */
  readonly prepare?: (namespace: string) => Promise<void>;
  /** Whether the same prompt gives the same text, and each adapter another one. The simulator has random texts. */
  readonly hasWeights: boolean;
}

/** Adapters are listed below their model, clients and aliases reach them, and they change what is generated. */
export function describeAdapters({
  title,
  namespace: name,
  props,
  adapters,
  prepare,
  hasWeights,
}: AdaptersUnderTest): void {
  describe(`two LoRA adapters, ${title}, real picker ${release.id}:`, () => {
    const namespace = ownNamespace(name);
    const stack = synth(namespace, (chart) => {
      return new InferenceStack(chart, 'lora', {
        model: Model.huggingFace(MODEL),
        adapters,
        rewrites: [{ models: ['sql-stable'], targets: [{ model: 'sql' }] }],
        replicas: 2,
        dataPlane: DataPlane.standaloneEnvoy(),
        release,
        ...props,
      });
    });
    let tunnel: PortForward;
    afterAll(async () => {
      await tunnel?.close();
      await removeClusterScoped(stack.yaml);
    });

    const answered = async (model: string) => {
      const body = { model, prompt: 'The future', max_tokens: 8, temperature: 0 };
      const answer = json(await complete(tunnel.url, body));
      return { model: answer.model as string, text: answer.choices[0].text as string };
    };

    test('the stack applies and serves', async () => {
      await defineKinds(release);
      await prepare?.(namespace);
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
      expect((await answered('sql')).model).toBe('sql');
      expect((await answered('law')).model).toBe('law');
      // The picker puts the alias back into the answer.
      expect(['sql', 'sql-stable']).toContain((await answered('sql-stable')).model);
      expect((await complete(tunnel.url, { model: 'no-such-adapter', prompt: 'a', max_tokens: 1 })).status).toBe(404);
    });

    if (hasWeights) {
      test('model and adapters generate three texts for a prompt, and the alias that of its adapter', async () => {
        const ask = async (model: string) => (await answered(model)).text;
        const texts: string[] = [];
        for (const model of [MODEL, 'sql', 'law', 'sql-stable']) texts.push(await ask(model));
        expect(new Set(texts).size).toBe(3);
        expect(texts[3]).toBe(texts[1]);
        // In one batch they stay apart. With two replicas, three times each are more than one batch of everything.
        const models = [MODEL, 'sql', 'law', MODEL, 'sql', 'law', MODEL, 'sql', 'law'];
        const atOnce = await Promise.all(models.map(ask));
        expect(atOnce).toEqual(models.map((_, index) => texts[index % 3]));
        note(texts.map((text) => JSON.stringify(text)).join(', '));
      });
    }
  });
}
