import type { Changes } from '../changes';
import type { Cluster } from '../cluster/cluster';

/** Lifetime of a token in seconds: longer than any exercise. */
const TOKEN_LIFE = 4 * 3600;
const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const LABELS = { 'app.kubernetes.io/managed-by': 'cdk8s-llm-d', 'app.kubernetes.io/component': 'exercise' };

/** Creates a token of a ServiceAccount. */
export async function tokenOf(cluster: Cluster, namespace: string, account: string): Promise<string> {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`;
  const answer = await cluster.create(
    path,
    {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: { expirationSeconds: TOKEN_LIFE },
    },
    'status.token',
  );
  return answer.status.token;
}

/** Makes a ServiceAccount that may read metrics. Returns its name. */
export async function makeMetricsReader(cluster: Cluster, namespace: string, changes: Changes): Promise<string> {
  const make = async (kind: string, path: string, object: object) => {
    const metadata = { generateName: 'cdk8s-llm-d-exercise-', labels: LABELS };
    const { metadata: made } = await cluster.create(path, { kind, metadata, ...object }, 'metadata.name');
    const undoWith = `kubectl delete ${kind.toLowerCase()} ${made.name}${made.namespace ? ` -n ${made.namespace}` : ''}`;
    changes.add({ undoWith, undo: () => cluster.delete(`${path}/${made.name}`) });
    return made.name as string;
  };
  const account = await make('ServiceAccount', `/api/v1/namespaces/${namespace}/serviceaccounts`, { apiVersion: 'v1' });
  const apiVersion = 'rbac.authorization.k8s.io/v1';
  const rules = [{ nonResourceURLs: ['/metrics'], verbs: ['get'] }];
  const role = await make('ClusterRole', `${RBAC}/clusterroles`, { apiVersion, rules });
  await make('ClusterRoleBinding', `${RBAC}/clusterrolebindings`, {
    apiVersion,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
    subjects: [{ kind: 'ServiceAccount', name: account, namespace }],
  });
  return account;
}
