import { SizeRoundingBehavior } from 'cdk8s';
import type { Construct } from 'constructs';
import { refuse } from '../errors';
import { scratch } from '../kubernetes/mount';
import { type ContainerSpec, envVar, type WorkloadPod } from '../kubernetes/pod';
import type { PodOptions } from '../kubernetes/pod-options';
import type { ResourceQuantities } from '../kubernetes/resources';
import type { AcceleratorSpec } from './accelerator-spec';
import type { Drain } from './drain';
import type { EngineSpec } from './engine-contract';
import { preStop, probesAndHooks } from './probes';

/** The name of the port that the probes ask. */
const PORT_NAME = 'http';

/** Name of a pod's claim for accelerators. */
const ACCELERATOR_CLAIM = 'accelerators';

type EnginePod = Pick<WorkloadPod, 'main' | 'spec'>;

/** A pod that answers requests on these ports, as its engine and its accelerator want it. */
export function servingPod(
  claim: string | undefined,
  ports: readonly number[],
  engine: EngineSpec,
  drain: Drain,
): EnginePod {
  return enginePod(claim, engine, drain, {
    ports: [
      ...ports.map((containerPort, rank) => ({ name: portName(rank), containerPort })),
      ...Object.entries(engine.extraPorts ?? {}).map(([port, containerPort]) => ({ name: port, containerPort })),
    ],
    ...probesAndHooks(engine, PORT_NAME, drain),
  });
}

/**
 * A pod that only computes for the leader of its group. It has no probes: its engine answers no HTTP, and ends when the
 * leader is gone. Where a group is deleted, all its pods are told at once, so this one waits until the leader is done.
 */
export function workerPod(claim: string | undefined, engine: EngineSpec, drain: Drain): EnginePod {
  return enginePod(claim, engine, drain, preStop(drain.preStopSeconds + drain.engineShutdownSeconds));
}

function enginePod(
  claim: string | undefined,
  engine: EngineSpec,
  drain: Drain,
  serving: Partial<ContainerSpec>,
): EnginePod {
  const { image, command, args = [], mounts = [scratch('/tmp')], user = 1000 } = engine;
  const accelerator = engine.accelerator?.spec;
  const env = { ...accelerator?.env, ...engine.env };
  const groups = accelerator?.supplementalGroups ?? [];
  const exception = accelerator?.securityException;
  return {
    main: {
      name: engine.name,
      image,
      ...(command && { command }),
      ...(args.length > 0 && { args }),
      env: Object.entries(env).map(([key, value]) => envVar(key, value)),
      mounts,
      resources: withAccelerator(engine.resources ?? {}, accelerator),
      ...(claim !== undefined && { claims: [ACCELERATOR_CLAIM] }),
      ...(exception && { addedCapabilities: exception.capabilities }),
      ...serving,
    },
    spec: {
      terminationGracePeriodSeconds: drain.gracePeriodSeconds,
      // The group makes volumes writable that a driver formats for root; checked once, since weights are many files.
      securityContext: {
        ...(exception ? { runAsNonRoot: false, runAsUser: 0 } : { runAsUser: user }),
        fsGroup: user,
        fsGroupChangePolicy: 'OnRootMismatch',
        ...(groups.length > 0 && { supplementalGroups: groups }),
      },
      ...(accelerator && placement(accelerator)),
      ...(claim !== undefined && {
        resourceClaims: [{ name: ACCELERATOR_CLAIM, resourceClaimTemplateName: claim }],
      }),
    },
  };
}

function withAccelerator(resources: ResourceQuantities, accelerator: AcceleratorSpec | undefined): ResourceQuantities {
  if (accelerator?.resource === undefined) return resources;
  // Kubernetes takes the limit as the request too.
  return { ...resources, limits: { ...resources.limits, [accelerator.resource]: String(accelerator.count) } };
}

function placement({ nodeSelector, tolerations, runtimeClassName }: AcceleratorSpec): WorkloadPod['spec'] {
  return {
    ...(nodeSelector && { nodeSelector }),
    ...(tolerations && { tolerations }),
    ...(runtimeClassName !== undefined && { runtimeClassName }),
  };
}

/** `http` is the port of the first rank, to which the probes go; then come `http-1`, `http-2` and so on. */
export function portName(rank: number): string {
  return rank === 0 ? PORT_NAME : `${PORT_NAME}-${rank}`;
}

/** Refuses a node label that the user wants otherwise than the accelerator needs it. */
export function refuseOtherNodes(scope: Construct, { nodeSelector }: PodOptions, { accelerator }: EngineSpec): void {
  const needed = accelerator?.spec.nodeSelector ?? {};
  for (const [label, value] of Object.entries(nodeSelector ?? {})) {
    if (Object.hasOwn(needed, label) && needed[label] !== value) {
      refuse(scope, {
        code: 'LLMD-ACCELERATOR-NODE',
        got: `nodeSelector ${label}: ${value}`,
        expected: `${label}: ${needed[label]}, which the accelerator asks for`,
        remedy: 'leave the label out of nodeSelector, or change the accelerator',
      });
    }
  }
}

/** Refuses a number of nodes that the accelerator or the engine cannot have. */
export function refuseOtherNumber(scope: Construct, nodes: number, engine: EngineSpec): void {
  const { hosts = nodes } = engine.accelerator?.spec ?? {};
  if (hosts !== nodes) {
    refuse(scope, {
      code: 'LLMD-ACCELERATOR-HOSTS',
      got: `nodesPerReplica ${nodes} for an accelerator of ${hosts} nodes`,
      expected: 'a pod for each node of the accelerator',
      remedy: `pass nodesPerReplica: ${hosts}, or choose another topology`,
    });
  }
  if (nodes > 1 && engine.workerArgs === undefined) {
    refuse(scope, {
      code: 'LLMD-ENGINE-NODES',
      got: `nodesPerReplica ${nodes} for the engine ${engine.name}`,
      expected: 'an engine that can spread a model over several nodes',
      remedy: 'leave nodesPerReplica out, or use another engine; a custom one needs workerArgs',
    });
  }
}

/** Refuses a memory limit that is lower than what the engine takes before it has loaded a model. */
export function refuseScarceMemory(scope: Construct, { resources }: PodOptions, { reservedMemory }: EngineSpec): void {
  const limit = resources?.memory?.limit;
  if (
    limit !== undefined &&
    reservedMemory !== undefined &&
    limit.toMebibytes({ rounding: SizeRoundingBehavior.FLOOR }) < reservedMemory.toMebibytes()
  ) {
    refuse(scope, {
      code: 'LLMD-MEMORY',
      got: `a memory limit of ${limit.asString()}`,
      expected: `at least the ${reservedMemory.toMebibytes()} MiB that the engine takes for its KV cache and shared memory`,
      remedy: 'raise the limit, or lower kvCacheSpace and sharedMemory',
    });
  }
}
