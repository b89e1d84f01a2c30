import { kubectl, rolledOut } from '../support/kubectl';
import { note, until } from '../support/wait';
import type { Stack } from './stack';

const MOST_SECONDS = 60;

/** Guide 6: the picker's metrics follow the replicas. */
export function guide6(stack: Stack): void {
  test('guide 6 applies, and again without a change', () => stack.apply(6));

  test.each([1, 3, 1])(
    `guide 6: scaled to %i, and the picker counts them within ${MOST_SECONDS} s`,
    async (replicas) => {
      await kubectl(['scale', 'deployment/vllm', '-n', stack.namespace, `--replicas=${replicas}`]);
      // How long a new pod loads its model is no matter of the picker.
      await rolledOut(stack.namespace, 'vllm');
      const seconds = await until(
        `the picker to count ${replicas} ready pods`,
        MOST_SECONDS,
        () => stack.readyEndpoints(),
        (count) => count === replicas,
      );
      note(`after ${seconds.toFixed(1)} s`);
    },
  );
}
