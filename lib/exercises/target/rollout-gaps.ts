import type { Cluster } from '../cluster/cluster';
import { pathOf, type Workload } from './workload';

/** What an endpoint picker's manifest lacks for a rollout without a failed request. See docs/fault-tolerance.md. */
export async function rolloutGaps(cluster: Cluster, workload: Workload): Promise<readonly string[]> {
  const { strategy = {}, template } = (await cluster.get(pathOf(workload))).spec;
  const containers: any[] = template.spec.containers;
  const gaps: readonly (readonly [boolean, string])[] = [
    [endsFirst(strategy), 'a strategy with which it ends before the next one serves'],
    [
      containers.every(({ startupProbe }) => startupProbe === undefined),
      'no startupProbe on its ext-proc port: it counts as ready before it listens there',
    ],
    [
      containers.every(({ lifecycle }) => lifecycle?.preStop === undefined),
      'no preStop: it stops before the proxies know',
    ],
  ];
  return gaps.filter(([isThere]) => isThere).map(([, gap]) => `endpoint picker ${workload.name} has ${gap}`);
}

/** By default Kubernetes lets 25 % of the pods be missing, which is none of one. */
function endsFirst({ type, rollingUpdate }: any): boolean {
  return type === 'Recreate' || rollingUpdate?.maxUnavailable > 0;
}
