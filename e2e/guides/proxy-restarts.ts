import { withSession } from '../../lib/exercises';
import { Traffic } from '../../lib/exercises/traffic/client';
import { getList, kubectl, rolledOut } from '../support/kubectl';
import { note, until } from '../support/wait';
import { MODEL, POOL, type Stack } from './stack';

const RATE = 20;
/** The tokens of a stream of about two seconds. */
const STREAM_TOKENS = 200;

/** A rolling restart of the proxy itself under steady traffic, which no client notices. For proxies with a Deployment. */
export function proxyRestarts(stack: Stack): void {
  const { namespace, labels } = stack.setup.dataPlane.proxies!(stack.namespace);
  const all = ['-n', namespace, '-l', labels];
  const names = async (kind: string) => (await getList(kind, ...all)).map(({ metadata }) => metadata.name);

  test('the proxy restarts under steady traffic, and no request fails', () =>
    withSession({ pool: POOL, namespace: stack.namespace }, async ({ client }) => {
      const old = await names('pods');
      const restart = async () => {
        await kubectl(['rollout', 'restart', 'deployment', ...all]);
        await Promise.all((await names('deployments')).map((proxy) => rolledOut(namespace, proxy)));
        const left = async () => (await names('pods')).filter((name) => old.includes(name));
        await until('the old proxies to be gone', 120, left, ({ length }) => length === 0);
      };
      const traffic = new Traffic(client);
      const restarting = restart();
      await traffic.sendSteadily(
        RATE,
        (number) => {
          const stream = number % 10 === 0;
          return { model: MODEL, prompt: `Request ${number}`, stream, maxTokens: stream ? STREAM_TOKENS : 5 };
        },
        restarting,
      );
      await restarting;
      const failed = traffic.records.filter(({ failure }) => failure !== undefined);
      note(`${failed.length} of ${traffic.records.length} requests failed`);
      expect(failed).toEqual([]);
    }));
}
