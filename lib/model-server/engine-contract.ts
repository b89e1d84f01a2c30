import type { Size } from 'cdk8s';
import type { EnvValue } from 'cdk8s-plus-28';
import type { Mount } from '../kubernetes/mount';
import type { ResourceQuantities } from '../kubernetes/resources';
import type { Accelerator } from './accelerator';
import type { Drain } from './drain';
import type { LoraAdapter } from './lora-adapter';
import type { Model } from './model';

/** What a model server asks of its engine. */
export interface EngineRequest {
  /** The model to serve. */
  readonly model: Model;
  /** Names under which clients know the model; the first is the primary one. */
  readonly servedModelNames: string[];
  /** Port of the HTTP API, the first one where an engine listens on several. */
  readonly port: number;
  /** How the pods stop. */
  readonly drain: Drain;
  /** LoRA adapters that are served beside the model; empty for none. */
  readonly adapters: LoraAdapter[];
  /** Pods of one replica; above 1, the engine spreads one model over several nodes. */
  readonly nodesPerReplica: number;
  /** The user's arguments, for the engine to check. The model server merges them with the engine's own. */
  readonly extraArgs: string[];
}

/** The container in which an engine runs. */
export interface EngineSpec {
  /** Name of the program, which becomes the container's name and a label, for example `vllm`. */
  readonly name: string;
  /** Image, with a version tag or a digest. */
  readonly image: string;
  /**
   * Command that replaces the image's entrypoint.
   * @default - the image's entrypoint
   */
  readonly command?: string[];
  /**
   * Arguments. They must make the engine listen on the model server's port.
   * @default - none
   */
  readonly args?: string[];
  /**
   * Arguments of the pods of a replica that answer no requests, where a replica spreads over several nodes: `args` are its
   * leader's then. In both, Kubernetes replaces `$(LWS_LEADER_ADDRESS)`, the leader's DNS name, `$(LWS_WORKER_INDEX)`, 0
   * for the leader, and `$(LWS_GROUP_SIZE)`.
   * @default - none: the engine runs on one node, and more are refused
   */
  readonly workerArgs?: string[];
  /**
   * Whether all pods of a replica answer requests, as those with a server for each data-parallel rank do. They have the
   * same ports and probes then, and each is an endpoint.
   * @default false
   */
  readonly workersServe?: boolean;
  /**
   * Environment variables.
   * @default - none
   */
  readonly env?: { readonly [name: string]: EnvValue };
  /**
   * Volumes. The root file system is read-only.
   * @default - a scratch directory at /tmp
   */
  readonly mounts?: Mount[];
  /**
   * Requests and limits, unless the model server is given others.
   * @default - none
   */
  readonly resources?: ResourceQuantities;
  /**
   * What computes: it adds its resource, node selector, tolerations and so on to the pod.
   * @default - the CPU
   */
  readonly accelerator?: Accelerator;
  /**
   * More ports of the container by their names, for example `{ 'kv-events': 5556 }`.
   * @default - the ports of the HTTP API alone
   */
  readonly extraPorts?: { readonly [name: string]: number };
  /**
   * Labels of the pods, for example one by which an endpoint picker knows the engine.
   * @default - those of the model server alone
   */
  readonly podLabels?: { readonly [label: string]: string };
  /**
   * How long the engine may take from its start until it can serve: the patience of the startup probe, in seconds.
   * @default 1800
   */
  readonly startupSeconds?: number;
  /**
   * Whether the engine finishes running requests after SIGTERM. For one that does not, the pause before SIGTERM gets
   * the time of the drain.
   * @default true
   */
  readonly finishesRequests?: boolean;
  /**
   * Memory that the engine takes before it has loaded a model. A lower memory limit is refused.
   * @default - none
   */
  readonly reservedMemory?: Size;
  /**
   * Numeric user id, not 0: Kubernetes cannot check `runAsNonRoot` for an image whose user is a name.
   * @default 1000
   */
  readonly user?: number;
  /**
   * HTTP path that answers 200 once the engine can serve.
   * @default /health
   */
  readonly readyPath?: string;
  /**
   * HTTP path that answers 200 once the engine has started; from then on the other probes ask.
   * @default - readyPath
   */
  readonly startPath?: string;
  /**
   * Name of the port that the probes ask, one of `extraPorts`: for data-parallel ranks with a supervisor.
   * @default - the first port of the HTTP API
   */
  readonly probePort?: string;
  /**
   * HTTP path that answers 200 as long as the engine does not need a restart.
   * @default /health
   */
  readonly livePath?: string;
  /**
   * How many consecutive ports the engine listens on, 1 to 8, from the model server's port on: one for each data-parallel
   * rank of the pod. The endpoint picker treats each of them as an endpoint of its own.
   * @default 1
   */
  readonly portCount?: number;
}

/** The program that runs a model and answers vLLM's HTTP API. `Engine` has those that this library knows. */
export interface IEngine {
  /** Says how to run the engine for one model server. */
  specify(request: EngineRequest): EngineSpec;
}
