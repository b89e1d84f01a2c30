import { kubectl, rolledOut } from '../support/kubectl';
import { readyPodNames } from '../support/pods';
import { type Answer, complete } from '../support/requests';
import { note, pause, until } from '../support/wait';
import { allPodsAnswer } from './3-load-distribution';
import { MODEL, type Stack } from './stack';

const SECONDS_BEFORE_DELETE = 5;

/** Guide 5: a pod is deleted under steady traffic, and no client notices. */
export function guide5(stack: Stack): void {
  test('guide 5 applies, and again without a change', () => stack.apply(5));

  test('guide 5: a pod is deleted under steady traffic, and no request fails', async () => {
    // Otherwise the deletion might go unnoticed for another reason: that the pod had nothing to do.
    await allPodsAnswer(stack);
    const [victim] = await readyPodNames(stack.namespace, 'vllm');
    const deletion = pause(SECONDS_BEFORE_DELETE * 1000).then(() =>
      kubectl(['delete', `pod/${victim}`, '-n', stack.namespace, '--wait=false']),
    );
    const answers = await steadyTraffic(stack);
    await deletion;
    const failed = answers.filter(({ status }) => status !== 200);
    note(`${failed.length} of ${answers.length} requests failed, at ${stack.setup.engine.steady.perSecond} a second`);
    expect(failed).toEqual([]);
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

/** Requests at an even pace, whether the ones before have been answered or not. */
async function steadyTraffic(stack: Stack): Promise<Answer[]> {
  const { perSecond, seconds, tokens } = stack.setup.engine.steady;
  const answers: Promise<Answer>[] = [];
  const begin = Date.now();
  while (answers.length < perSecond * seconds) {
    answers.push(complete(stack.entry, { model: MODEL, prompt: `Request ${answers.length}`, max_tokens: tokens }));
    await pause(begin + (answers.length * 1000) / perSecond - Date.now());
  }
  return Promise.all(answers);
}
