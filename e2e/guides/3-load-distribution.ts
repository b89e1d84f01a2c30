import { readyPodNames } from '../support/pods';
import { complete } from '../support/requests';
import { note } from '../support/wait';
import { MODEL, type Stack } from './stack';

const REQUESTS = 9;
const MOST_ROUNDS = 3;

/** Guide 3: nine parallel requests, three pods. */
export function guide3(stack: Stack): void {
  test('guide 3 applies, and again without a change', () => stack.apply(3));

  test('guide 3: parallel requests are all answered, by all three pods', () => allPodsAnswer(stack));
}

/**
 * Nine parallel requests a round, until every pod has answered one, for three rounds at the most.
 *
 * One round is not enough for a test: where all scores are equal, as on idle pods with new prompts, the picker draws
 * lots, and nine draws miss one of three pods in 8 of 100 cases; 27 draws do in 5 of 100,000.
 */
export async function allPodsAnswer(stack: Stack): Promise<void> {
  const { engine } = stack.setup;
  const pods = (await readyPodNames(stack.namespace, 'vllm')).sort();
  expect(pods).toHaveLength(3);

  const seen = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS && seen.size < pods.length; round++) {
    const shares = await engine.shares(stack.namespace, async () => {
      const numbers = Array.from({ length: REQUESTS }, (_, index) => round * REQUESTS + index + 1);
      const answers = await Promise.all(
        numbers.map((number) =>
          complete(stack.entry, { model: MODEL, prompt: `Prompt ${number}: The future of AI is`, max_tokens: 20 }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(numbers.map(() => 200));
      return answers;
    });
    shares.forEach((_, pod) => seen.add(pod));
    note(`round ${round + 1}: ${[...shares.values()].join(' + ')} requests`);
  }
  expect([...seen].sort()).toEqual(pods);
}
