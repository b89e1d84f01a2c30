import { binomialInterval } from '../support/binomial';
import { sum } from '../support/metrics';
import { type Answer, complete, json } from '../support/requests';
import { note } from '../support/wait';
import { CANARY, MODEL, type Stack } from './stack';

const AT_ONCE = 10;

/** Guide 4: an alias, and a split of 90 to 10. */
export function guide4(stack: Stack): void {
  test('guide 4 applies, and again without a change', () => stack.apply(4));

  test('guide 4: the alias opt-stable is answered', async () => {
    const answer = json(await complete(stack.entry, { model: 'opt-stable', prompt: 'The future', max_tokens: 5 }));
    // Newer pickers put the client's name back; what answered is in the picker's counter.
    expect(['opt-stable', MODEL]).toContain(answer.model);
  });

  test('guide 4: a model that nobody serves is 404', async () => {
    const answer = await complete(stack.entry, { model: 'no-such-model', prompt: 'The future', max_tokens: 5 });
    expect(answer.status).toBe(404);
  });

  test('guide 4: opt-ab is split 90 to 10, as the picker counts its decisions', async () => {
    const requests = stack.setup.engine.splitRequests;
    const before = await decisions(stack);
    for (let sent = 0; sent < requests; sent += AT_ONCE) {
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => ask(stack, sent + index)));
      expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    }
    const after = await decisions(stack);
    const [stable, canary] = [after.stable - before.stable, after.canary - before.canary];
    note(`${stable} to ${MODEL}, ${canary} to ${CANARY}`);

    expect(stable + canary).toBe(requests);
    const { low, high } = binomialInterval(requests, 0.9, 0.999);
    expect(stable).toBeGreaterThanOrEqual(low);
    expect(stable).toBeLessThanOrEqual(high);
  });
}

function ask(stack: Stack, number: number): Promise<Answer> {
  return complete(stack.entry, { model: 'opt-ab', prompt: `Request ${number}`, max_tokens: 1 });
}

async function decisions(stack: Stack): Promise<{ stable: number; canary: number }> {
  const metrics = await stack.pickerMetrics();
  const to = (target_model: string) =>
    sum(metrics, stack.setup.release.rewriteDecisionsMetric, { model_name: 'opt-ab', target_model });
  return { stable: to(MODEL), canary: to(CANARY) };
}
