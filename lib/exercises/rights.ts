import { ENVOY_GATEWAY_GROUP, EXPERIMENTAL_GROUP, LLM_D_GROUP, POOL_GROUP } from '../catalogue/api-groups';
import type { ExerciseName } from './results';

/** A right that exercises ask of an API server, in the terms of RBAC. */
export interface Right {
  /** Where: in the pool's namespace, in that of the Gateway and its proxy, or in the whole cluster. */
  readonly scope: 'pool' | 'gateway' | 'cluster';
  readonly verbs: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
  readonly purpose: string;
  /** The exercises that ask for it; all, if undefined. */
  readonly exercises?: readonly ExerciseName[];
  /** The set-up that asks for it, in words; every one, if undefined. */
  readonly only?: string;
}

const GATEWAY_API = 'gateway.networking.k8s.io';
const RBAC = 'rbac.authorization.k8s.io';
const SCALES = ['deployments/scale', 'statefulsets/scale'];
const FAULTS: readonly ExerciseName[] = ['fault-tolerance'];
const CHANGING: readonly ExerciseName[] = ['load-distribution', 'fault-tolerance', 'observability'];
const WITH_TOKEN = 'a picker that authenticates the readers of its metrics';
const WITH_READER = 'a picker that authenticates the readers of its metrics, and may not read them itself';

/** All rights that exercises ask for. Beside them they read the version of the API server, which every user may. */
export const RIGHTS: readonly Right[] = [
  right('pool', ['list'], POOL_GROUP, ['inferencepools'], 'the pool'),
  right('pool', ['get', 'list'], '', ['pods', 'services'], 'its pods, its picker, its proxy'),
  right('pool', ['get'], 'apps', ['replicasets'], 'the workload of its pods'),
  right('pool', ['get', 'list'], 'apps', ['deployments', 'statefulsets'], 'the workload, and its former state'),
  right('pool', ['get'], 'apps', SCALES, 'the number of replicas'),
  right('pool', ['list'], GATEWAY_API, ['httproutes'], 'the routes to the pool'),
  right('pool', ['list'], ENVOY_GATEWAY_GROUP, ['envoyextensionpolicies'], 'the routes that ask its picker'),
  right('pool', ['get'], GATEWAY_API, ['gateways'], 'their Gateways'),
  right('pool', ['get'], '', ['pods/proxy'], 'models and counters of the pods, metrics of the picker'),
  right('pool', ['create', 'get'], '', ['pods/portforward'], 'requests'),
  right('pool', ['list'], LLM_D_GROUP, ['inferencemodelrewrites'], 'the aliases', { exercises: ['model-aliasing'] }),
  right('pool', ['list'], EXPERIMENTAL_GROUP, ['inferencemodelrewrites'], 'the aliases, up to GAIE v1.5.0', {
    exercises: ['model-aliasing'],
  }),
  right('pool', ['patch'], 'apps', SCALES, 'scaling', {
    exercises: CHANGING,
  }),
  right('pool', ['patch'], 'apps', ['deployments', 'statefulsets'], 'the former state, restarts', {
    exercises: CHANGING,
  }),
  right('pool', ['create', 'get', 'patch', 'delete'], 'coordination.k8s.io', ['leases'], 'one exercise at a time', {
    exercises: CHANGING,
  }),
  right('pool', ['delete'], '', ['pods'], 'faults', { exercises: FAULTS }),
  right('pool', ['create'], '', ['serviceaccounts/token'], 'a token for the metrics', { only: WITH_TOKEN }),
  right('pool', ['create', 'delete'], '', ['serviceaccounts'], 'a reader of the metrics', { only: WITH_READER }),
  right('gateway', ['get'], GATEWAY_API, ['gateways'], 'the Gateway'),
  right('gateway', ['get', 'list'], '', ['pods', 'services'], 'its proxy'),
  right('gateway', ['create', 'get'], '', ['pods/portforward'], 'requests'),
  right('cluster', ['list'], '', ['services'], "the Gateway's proxy", { only: 'Envoy Gateway' }),
  right('cluster', ['create', 'delete'], RBAC, ['clusterroles', 'clusterrolebindings'], 'the right of that reader', {
    only: WITH_READER,
  }),
  {
    scope: 'cluster',
    verbs: ['get'],
    nonResourceURLs: ['/metrics'],
    purpose: 'that right, which only its owner can give',
    only: WITH_READER,
  },
];

/** The rights that some exercises ask for, of those in a part of the cluster. */
export function rightsOf(names: readonly ExerciseName[], scope: Right['scope']): readonly Right[] {
  const isAsked = ({ exercises }: Right) => exercises?.some((name) => names.includes(name)) ?? true;
  return RIGHTS.filter((right) => right.scope === scope && isAsked(right));
}

function right(
  scope: Right['scope'],
  verbs: readonly string[],
  group: string,
  resources: readonly string[],
  purpose: string,
  condition: Pick<Right, 'exercises' | 'only'> = {},
): Right {
  return { scope, apiGroups: [group], resources, verbs, purpose, ...condition };
}
