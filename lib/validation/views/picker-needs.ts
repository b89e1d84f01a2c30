import type { EndpointPicker } from './endpoint-pickers';
import { type PickerScope, scopeOf } from './picker-scope';

/** A right that an endpoint picker uses, in the namespace of its pool. */
export interface Need {
  readonly group: string;
  readonly resource: string;
  readonly verbs: readonly string[];
  /** The objects that it asks for, of which one is enough; none where it asks for all of a kind. */
  readonly names: readonly string[];
  /** Whether it cannot run without; else it runs with less. */
  readonly isVital: boolean;
}

/** It keeps copies: it lists a kind once and watches it, and never gets an object. */
const FOLLOW = ['list', 'watch'];

/** How releases name the lease: `epp-<namespace>-<pool>` and one of these. */
const LEASE_SUFFIXES = ['llm-d.ai', 'gateway-api-inference-extension.sigs.k8s.io'];

/**
 * What an endpoint picker asks the API server for. Sources: pkg/epp/server/controller_manager.go of GAIE v1.4.0 and
 * v1.5.0 and of llm-d-router v0.10.0.
 */
export function needsOf(picker: EndpointPicker): readonly Need[] {
  const scope = scopeOf(picker);
  const pods: Need = { group: '', resource: 'pods', verbs: FOLLOW, names: [], isVital: true };
  return [pods, ...poolNeeds(picker, scope), ...(scope.leaderElection ? leaderNeeds(scope) : [])];
}

function poolNeeds({ release }: EndpointPicker, { pool }: PickerScope): Need[] {
  if (pool === undefined) return [];
  return [
    // It asks for the one pool by name, so that a rule with `resourceNames` covers it.
    { group: pool.group, resource: 'inferencepools', verbs: FOLLOW, names: [pool.name], isVital: true },
    ...release.watchedModelGroups.flatMap((group) =>
      ['inferencemodelrewrites', 'inferenceobjectives'].map((resource) => ({
        group,
        resource,
        verbs: FOLLOW,
        names: [],
        // The others are for clusters that lack the release's own group.
        isVital: group === release.modelApiGroup,
      })),
    ),
  ];
}

/** Sources: client-go tools/leaderelection/resourcelock/leaselock.go, and controller-runtime, which tells it in events. */
function leaderNeeds({ namespace, pool }: PickerScope): Need[] {
  const lease = { group: 'coordination.k8s.io', resource: 'leases', isVital: true };
  const names = pool === undefined ? [] : LEASE_SUFFIXES.map((suffix) => `epp-${namespace}-${pool.name}.${suffix}`);
  return [
    // A name is no help here: what is created has none yet when the API server asks.
    { ...lease, verbs: ['create'], names: [] },
    { ...lease, verbs: ['get', 'update'], names },
    { group: '', resource: 'events', verbs: ['create', 'patch'], names: [], isVital: false },
  ];
}
