import { kubectl, rolledOut } from '../support/kubectl';
import { readyPodNames } from '../support/pods';
import { type Answer, complete } from '../support/requests';
import { note, pause, until } from '../support/wait';
import { allPodsAnswer } from './3-load-distribution';
import { MODEL, type Stack } from './stack';

const PER_SECOND = 10;
/** The drain waits 10 s before the pod gets SIGTERM: the traffic must go on well after that. */
const SECONDS = 25;
const SECONDS_BEFORE_DELETE = 3;

/** Guide 5: a pod is deleted under steady traffic, and no client notices. */
export function guide5(stack: Stack): void {
  test('guide 5 applies, and again without a change', () => stack.apply(5));

  test('guide 5: a pod is deleted under steady traffic, and no request fails', async () => {
    const victim = (await readyPodNames(stack.namespace, 'vllm'))[0];
    const shares = await stack.setup.engine.shares(stack.namespace, async () => {
      const deletion = pause(SECONDS_BEFORE_DELETE * 1000).then(() =>
        kubectl(['delete', 'pod', victim, '-n', stack.namespace, '--wait=false']),
      );
      const answers = await steadyTraffic(stack);
      await deletion;
      const failed = answers.filter(({ status }) => status !== 200);
      note(`${failed.length} of ${answers.length} requests failed, at ${PER_SECOND} a second`);
      expect(failed).toEqual([]);
      return answers;
    });
    // Otherwise the deletion would have proven nothing.
    expect(shares.get(victim)).toBeGreaterThan(0);
  });

  test('guide 5: the replacement joins the pool', async () => {
    await rolledOut(stack.namespace, 'vllm');
    await until(
      'the picker to count 3 ready pods',
      60,
      () => stack.readyEndpoints(),
      (it) => it === 3,
    );
    await allPodsAnswer(stack);
  });
}

/** A request every 100 ms, whether the ones before have been answered or not. */
async function steadyTraffic(stack: Stack): Promise<Answer[]> {
  const answers: Promise<Answer>[] = [];
  const begin = Date.now();
  while (answers.length < PER_SECOND * SECONDS) {
    answers.push(complete(stack.entry, { model: MODEL, prompt: `Request ${answers.length}`, max_tokens: 20 }));
    await pause(begin + (answers.length * 1000) / PER_SECOND - Date.now());
  }
  return Promise.all(answers);
}
