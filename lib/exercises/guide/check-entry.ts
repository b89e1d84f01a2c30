import { pickerKnowsPods } from '../exercise';
import { entriesOf } from '../target/entry';
import { answeredBy200, type CheckContext, type Checked, completionBody, completionOf } from './checking';
import { curlCompletion } from './commands';
import { onPool, poolIn } from './on-pool';

/** A port that is free on most machines. */
const LOCAL = 8080;

/** The way in leads to the model, and the picker knows its pods. */
export async function checkEntry(context: CheckContext): Promise<Checked> {
  const { commands, tell } = context;
  const pool = poolIn(context.objects);
  return onPool(context, pool, async (session) => {
    const [{ service, port }] = await entriesOf(session.cluster, session.target.pool);
    const { name, namespace } = (service as { metadata: { name: string; namespace: string } }).metadata;
    tell(commands.portForward(name, namespace, port, LOCAL));
    tell(curlCompletion(LOCAL, completionBody(session.model)));
    const completed = await session.client.complete(completionOf(session.model));
    const { entry } = await session.summary();
    return { checks: [answeredBy200(`a completion through ${entry}`, completed), await pickerKnowsPods(session)] };
  });
}
