import { Engine, Model, ModelServer } from '../../lib';
import { apply } from '../support/apply';
import { rolledOut } from '../support/kubectl';
import { readyPods } from '../support/pods';
import { PortForward } from '../support/port-forward';
import { type Answer, complete, get, json } from '../support/requests';
import { synth } from '../support/synth';
import { POD_HEADER } from './engines';
import { MODEL, type Stack } from './stack';

type Headers = { readonly [name: string]: string };

const REQUESTS = 20;
/** The name of a model server outside the pool. */
export const OUTSIDER = 'outsider';

/**
 * With the header `x-gateway-destination-endpoint` an endpoint picker tells Envoy the destination of a request. The header
 * must have no effect if a client sends it. Needs the simulator, which names its pod in answers, and three replicas.
 */
export function clientsCannotChoose(stack: Stack): void {
  const destination: { outsider?: Headers; member?: Headers } = {};

  test('a pod outside the pool answers when it is asked directly', async () => {
    const { yaml } = synth(stack.namespace, (chart) => {
      const model = Model.huggingFace(MODEL);
      new ModelServer(chart, OUTSIDER, { engine: Engine.simulator(), model, servedModelNames: [MODEL, OUTSIDER] });
    });
    await apply(yaml);
    await rolledOut(stack.namespace, OUTSIDER);
    const tunnel = await PortForward.open(stack.namespace, `svc/${OUTSIDER}`, 8000);
    try {
      expect(podOf(await ask(tunnel.url, {}))).toMatch(/^outsider-/);
      expect(modelsIn(await get(`${tunnel.url}/v1/models`))).toContain(OUTSIDER);
    } finally {
      await tunnel.close();
    }
    destination.outsider = await destinationOf(stack, OUTSIDER);
    destination.member = await destinationOf(stack, 'vllm');
  });

  test('a header that names a pod outside the pool has no effect', async () => {
    const pods = (await many(() => ask(stack.entry, destination.outsider!))).map(podOf);
    expect(pods.filter((pod) => !pod.startsWith('vllm-'))).toEqual([]);
  });

  test('a header that names a pod outside the pool has no effect on a request without a body', async () => {
    const answers = await many(() => get(`${stack.entry}/v1/models`, destination.outsider));
    expect(answers.filter((answer) => modelsIn(answer).includes(OUTSIDER))).toEqual([]);
  });

  test('a header that names a pod of the pool has no effect: other pods answer as well', async () => {
    const pods = (await many(() => ask(stack.entry, destination.member!))).map(podOf);
    expect(new Set(pods).size).toBeGreaterThan(1);
  });
}

/** The header that names the first pod of a workload. */
export async function destinationOf(stack: Stack, app: string): Promise<Headers> {
  const [pod] = await readyPods(stack.namespace, app);
  return { 'x-gateway-destination-endpoint': `${pod.status.podIP}:8000` };
}

function ask(url: string, headers: Headers): Promise<Answer> {
  return complete(url, { model: MODEL, prompt: `Question ${Math.random()}`, max_tokens: 1 }, headers);
}

function many(send: () => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: REQUESTS }, send));
}

function podOf(answer: Answer): string {
  json(answer);
  return String(answer.headers[POD_HEADER]);
}

function modelsIn(answer: Answer): string[] {
  return json(answer).data.map(({ id }: { id: string }) => id);
}
