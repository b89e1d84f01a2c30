import { complete, get, json } from '../support/requests';
import { MODEL, type Stack } from './stack';

/** Guide 2: the same completion, through the data plane and the picker. */
export function guide2(stack: Stack): void {
  test('guide 2 applies, and again without a change', () => stack.apply(2));

  test('guide 2: the completion is answered by name through the entry', async () => {
    const answer = await complete(stack.entry, { model: MODEL, prompt: 'San Francisco is known for', max_tokens: 50 });
    expect(json(answer)).toMatchObject({ object: 'text_completion', model: MODEL });
  });

  test('guide 2: a request without a body is answered too', async () => {
    const models = json(await get(`${stack.entry}/v1/models`));
    expect(models.data.map(({ id }: { id: string }) => id)).toContain(MODEL);
  });
}
