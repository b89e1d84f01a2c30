import { documents, modelServer, pool } from '../../example-objects';

/** A vLLM in a pool, how it leaves, and what else there is; YAML for examples. */
export function poolWithDrain({ args = '', lifecycle = '', grace = '' }, ...others: readonly string[]): string {
  const server = modelServer({
    args,
    pod: grace && `terminationGracePeriodSeconds: ${grace}`,
    container: lifecycle && `lifecycle: { preStop: ${lifecycle} }`,
  });
  return documents(pool(), server, ...others);
}
