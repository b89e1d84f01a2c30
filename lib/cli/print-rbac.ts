import type { ExerciseName, Right } from '../exercises';
import { rightsOf } from '../exercises/rights';

const NAME = 'cdk8s-llm-d-exercise';

/** Where an exercise works. */
export interface Namespaces {
  /**
   * Namespace of the pool.
   * @default - none is written, so that `kubectl apply -n` decides
   */
  readonly pool?: string;
  /**
   * Namespace of the Gateway and its proxy.
   * @default - that of the pool
   */
  readonly gateway?: string;
}

/** The roles that let a user run exercises, as YAML, with the commands that bind them in comments. */
export function rbacOf(names: readonly ExerciseName[], { pool, gateway = pool }: Namespaces): string {
  const roles = [role('Role', rightsOf(names, 'pool'), pool)];
  if (gateway !== pool) roles.push(role('Role', rightsOf(names, 'gateway'), gateway));
  roles.push(role('ClusterRole', rightsOf(names, 'cluster')));
  return roles.join('---\n');
}

function role(kind: 'Role' | 'ClusterRole', rights: readonly Right[], namespace?: string): string {
  const metadata = { name: NAME, namespace };
  const flags = [...(namespace === undefined ? [] : [`-n ${namespace}`]), `--${kind.toLowerCase()}=${NAME}`];
  const lines = [
    `# kubectl create ${kind.toLowerCase()}binding ${NAME} ${flags.join(' ')} --user=USER`,
    'apiVersion: rbac.authorization.k8s.io/v1',
    `kind: ${kind}`,
    `metadata: ${JSON.stringify(metadata)}`,
    'rules:',
    ...rights.flatMap(({ apiGroups, resources, nonResourceURLs, verbs, purpose, only }) => [
      `  # ${purpose}${only === undefined ? '' : `; only for ${only}`}`,
      `  - ${JSON.stringify({ apiGroups, resources, nonResourceURLs, verbs })}`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
