import type { Cluster } from '../cluster/cluster';
import { pathOf, type Workload } from './workload';

/** What a model server's manifest lacks for replacing pods without a failed request. See docs/fault-tolerance.md. */
export async function drainGaps(cluster: Cluster, workload: Workload): Promise<readonly string[]> {
  const containers: any[] = (await cluster.get(pathOf(workload), 'spec.template.spec.containers[]')).spec.template.spec
    .containers;
  return containers.flatMap(gapsOf);
}

function gapsOf({ name, image = '', command = [], args = [], readinessProbe, lifecycle }: any): string[] {
  const isVllm = /vllm/.test(image) && !/sim/.test(image);
  const drains = [...command, ...args].some((word: string) => /^--shutdown-timeout/.test(word));
  const gaps: readonly (readonly [boolean, string])[] = [
    [readinessProbe === undefined, 'no readinessProbe: it counts as ready before it listens'],
    [lifecycle?.preStop === undefined, 'no preStop: it stops before the endpoint picker and the proxies know'],
    [isVllm && !drains, 'no --shutdown-timeout: it cuts running requests off when it is told to stop'],
  ];
  return gaps.filter(([isThere]) => isThere).map(([, gap]) => `container ${name} has ${gap}`);
}
