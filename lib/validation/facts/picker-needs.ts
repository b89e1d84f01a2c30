import { knownRelease } from '../../catalogue/endpoint-picker/of-image';
import type { ResourceSet } from '../resource-set';
import type { EndpointPicker } from './endpoint-pickers';
import { type PickerScope, scopeOf } from './picker-scope';

/** A right that an endpoint picker uses, in the namespace of its pool. */
export interface Need {
  /** API groups, of which one is enough. */
  readonly groups: readonly string[];
  readonly resource: string;
  readonly verbs: readonly string[];
  /** The objects that it asks for, of which one is enough; none where it asks for all of a kind. */
  readonly names: readonly string[];
  /** Whether it cannot run without; else it runs with less. */
  readonly isVital: boolean;
}

/** It keeps copies: it lists a kind once and watches it, and never gets an object (seen with GAIE v1.5.0). */
const FOLLOW = ['list', 'watch'];

/** How releases name the lease: `epp-<namespace>-<pool>` and one of these. */
const LEASE_SUFFIXES = ['llm-d.ai', 'gateway-api-inference-extension.sigs.k8s.io'];

/**
 * What an endpoint picker asks the API server for. Sources: pkg/epp/server/controller_manager.go of GAIE v1.4.0 and
 * v1.5.0 and of llm-d-router v0.10.0.
 */
export function needsOf(set: ResourceSet, picker: EndpointPicker): readonly Need[] {
  const scope = scopeOf(picker);
  const pods: Need = { groups: [''], resource: 'pods', verbs: FOLLOW, names: [], isVital: true };
  return [
    pods,
    ...(scope.pool === undefined ? [] : [poolNeed(scope.pool), ...modelNeeds(set, picker)]),
    ...(scope.leaderElection ? leaderNeeds(scope) : []),
  ];
}

/** It asks for the one pool by name, so that a rule with `resourceNames` covers it. */
function poolNeed({ group, name }: NonNullable<PickerScope['pool']>): Need {
  return { groups: [group], resource: 'inferencepools', verbs: FOLLOW, names: [name], isVital: true };
}

/** The group of the release, and the others for clusters that lack it. Where the release is unknown, one of them is enough. */
function modelNeeds(set: ResourceSet, { release, container }: EndpointPicker): Need[] {
  const isSure = set.release !== undefined || knownRelease(container.container.image ?? '') !== undefined;
  const { watchedModelGroups: watched, modelApiGroup: own } = release;
  const groups = isSure ? watched.map((group) => [group]) : [watched];
  return groups.flatMap((alternatives) =>
    ['inferencemodelrewrites', 'inferenceobjectives'].map((resource) => ({
      groups: alternatives,
      resource,
      verbs: FOLLOW,
      names: [],
      isVital: alternatives.includes(own),
    })),
  );
}

/** Sources: client-go tools/leaderelection/resourcelock/leaselock.go, and controller-runtime, which tells it in events. */
function leaderNeeds({ namespace, pool }: PickerScope): Need[] {
  const lease = { groups: ['coordination.k8s.io'], resource: 'leases', isVital: true };
  const names = pool === undefined ? [] : LEASE_SUFFIXES.map((suffix) => `epp-${namespace}-${pool.name}.${suffix}`);
  return [
    // A name is no help here: what is created has none yet when the API server asks.
    { ...lease, verbs: ['create'], names: [] },
    { ...lease, verbs: ['get', 'update'], names },
    { groups: [''], resource: 'events', verbs: ['create', 'patch'], names: [], isVital: false },
  ];
}
