import { randomBytes } from 'node:crypto';
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
  const name = `cdk8s-llm-d-exercise-${randomBytes(4).toString('hex')}`;
  const later = cluster.withoutSignal;
  const make = async (kind: string, path: string, object: object, options = '') => {
    const undoWith = `kubectl delete ${kind.toLowerCase()} ${name}${options}`;
    await changes.make({ undoWith, undo: () => later.delete(`${path}/${name}`) }, () =>
      cluster.create(path, { kind, metadata: { name, labels: LABELS }, ...object }),
    );
  };
  const accounts = `/api/v1/namespaces/${namespace}/serviceaccounts`;
  await make('ServiceAccount', accounts, { apiVersion: 'v1' }, ` -n ${namespace}`);
  const apiVersion = 'rbac.authorization.k8s.io/v1';
  const rules = [{ nonResourceURLs: ['/metrics'], verbs: ['get'] }];
  await make('ClusterRole', `${RBAC}/clusterroles`, { apiVersion, rules });
  await make('ClusterRoleBinding', `${RBAC}/clusterrolebindings`, {
    apiVersion,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  });
  return name;
}
