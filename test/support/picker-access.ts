import { binding, deployment, picker, role } from './manifests';

/*
 * An endpoint picker and its rights, for tests of the rules of access.
 */

export const FOLLOW = ['get', 'list', 'watch'];
export const PODS = { apiGroups: [''], resources: ['pods'], verbs: FOLLOW };
export const POOLS = { apiGroups: ['inference.networking.k8s.io'], resources: ['inferencepools'], verbs: FOLLOW };
export const models = (...apiGroups: string[]) => ({
  apiGroups,
  resources: ['inferencemodelrewrites', 'inferenceobjectives'],
  verbs: FOLLOW,
});
export const [NEW, OLD] = ['llm-d.ai', 'inference.networking.x-k8s.io'];
export const ENOUGH = [PODS, POOLS, models(NEW, OLD)];
export const LEASES = { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'create', 'update'] };
export const EVENTS = { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] };

export const EPP = [{ kind: 'ServiceAccount', name: 'epp', namespace: 'default' }];
export const ALL = [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }];
export const deploymentOf = (container: object, spec: object = {}) =>
  deployment('epp', { serviceAccountName: 'epp', containers: [container], ...spec });
export const PICKER = picker('epp', ['--pool-name=pool']);
export const ELECTED = picker('epp', ['--pool-name=pool', '--ha-enable-leader-election']);

/** A picker with a Role that holds these rules. */
export const granted = (rules: readonly object[], subject: object = PICKER) => [
  subject,
  role('epp', rules),
  binding('epp', 'Role', EPP),
];
