import { complete, json } from '../support/requests';
import { MODEL, type Stack } from './stack';

/** Guide 1: a completion, by the Service of the model server. */
export function guide1(stack: Stack): void {
  test('guide 1 applies, and again without a change', () => stack.applyFirst());

  test('guide 1: the completion is answered', async () => {
    const answer = await complete(stack.entry, { model: MODEL, prompt: 'San Francisco is known for', max_tokens: 50 });
    expect(json(answer)).toMatchObject({
      object: 'text_completion',
      model: MODEL,
      usage: { completion_tokens: stack.setup.engine.tokens(50) },
    });
  });
}
