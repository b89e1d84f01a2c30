import { pickerKnowsPods } from '../exercise';
import { entriesOf } from '../target/entry';
import { answeredBy200, type CheckContext, type GuideCheckResult, completionBody, completionOf } from './guide-check';
import { curlCompletion } from './commands';
import { onPool, poolIn } from './on-pool';

/** Local port of the printed port-forward: one that is free on most machines. */
const LOCAL = 8080;

/** The check of guide 2: a completion through the entry is answered, and the endpoint picker knows the pods. */
export async function checkEntry(context: CheckContext): Promise<GuideCheckResult> {
  const { commands, onCommand } = context;
  const pool = poolIn(context.objects);
  return onPool(context, pool, async (session) => {
    const [{ service, port }] = await entriesOf(session.cluster, session.target.pool);
    const { name, namespace } = (service as { metadata: { name: string; namespace: string } }).metadata;
    onCommand(commands.portForward(name, namespace, port, LOCAL));
    onCommand(curlCompletion(LOCAL, completionBody(session.model)));
    const completed = await session.client.complete(completionOf(session.model));
    const { entry } = await session.summary();
    return { checks: [answeredBy200(`a completion through ${entry}`, completed), await pickerKnowsPods(session)] };
  });
}
