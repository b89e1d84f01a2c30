import { getList, kubectl } from '../support/kubectl';
import { complete, get } from '../support/requests';
import { note, until } from '../support/wait';
import { destinationOf, OUTSIDER } from './destination-header';
import { MODEL, PICKER, type Stack } from './stack';

/**
 * Without its endpoint picker the proxy answers no request, not even one that names a destination itself. This is for data
 * planes whose proxy runs without the picker. It runs after `clientsCannotChoose`, and last, since it replaces the picker.
 */
export function failsClosed(stack: Stack): void {
  const scalePicker = (replicas: number) =>
    kubectl(['scale', `deployment/${PICKER}`, '-n', stack.namespace, `--replicas=${replicas}`]);

  test('without its picker the proxy answers 5xx, also to a client that names a destination', async () => {
    const header = await destinationOf(stack, OUTSIDER);
    await scalePicker(0);
    const pickers = () => getList('pods', '-n', stack.namespace, '-l', `app=${PICKER}`);
    await until('the picker to be gone', 180, pickers, ({ length }) => length === 0);

    const answers = [
      await complete(stack.entry, { model: MODEL, prompt: 'The future', max_tokens: 1 }),
      await complete(stack.entry, { model: MODEL, prompt: 'The future', max_tokens: 1 }, header),
      await get(`${stack.entry}/v1/models`, header),
    ];
    const statuses = answers.map(({ status }) => status);
    note(`statuses ${statuses.join(', ')}`);
    expect(statuses.filter((status) => status < 500)).toEqual([]);
  });

  test('the proxy answers again when the picker is back', async () => {
    await scalePicker(1);
    const status = async () => (await get(`${stack.entry}/v1/models`)).status;
    note(`after ${(await until('GET /v1/models to answer 200', 60, status, (it) => it === 200)).toFixed(1)} s`);
  });
}
