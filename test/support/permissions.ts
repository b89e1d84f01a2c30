import type { KubeObject } from './objects';

/** What a Role or ClusterRole allows, each as `group/resource: verb` or `/url: verb`, sorted. */
export function permissions({ rules }: KubeObject): string[] {
  const triples = rules.flatMap(({ apiGroups = [], resources = [], nonResourceURLs = [], verbs }: any) => {
    const targets = apiGroups.flatMap((group: string) => resources.map((resource: string) => `${group}/${resource}`));
    return [...targets, ...nonResourceURLs].flatMap((target) => verbs.map((verb: string) => `${target}: ${verb}`));
  });
  return [...new Set<string>(triples)].sort();
}
