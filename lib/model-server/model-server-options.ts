import { METADATA_CHECKS, type MetadataOptions } from '../kubernetes/metadata';
import { POD_OPTION_CHECKS, type PodOptions } from '../kubernetes/pod-options';
import { type Rollout, rolloutOptions } from '../kubernetes/rollout';
import type { Checks } from '../options/check';
import { anyNumber, anyText, boolean, having, listOf, optionsOf, required } from '../options/checks';
import type { Drain } from './drain';
import type { IEngine } from './engine-contract';
import type { LoraAdapter } from './lora-adapter';
import { ADAPTERS } from './lora-use';
import type { Model } from './model';
import { servedName } from './model-id';

/** How many replicas a voluntary disruption, such as draining a node, may remove at the same time. */
export interface DisruptionBudget {
  /** Most replicas that may be missing at the same time. */
  readonly maxUnavailable: number;
}

/** What a user may decide about a model server, in a stack too. */
export interface ModelServerOptions extends PodOptions {
  /**
   * The program that runs the model.
   * @default Engine.vllmCpu()
   */
  readonly engine?: IEngine;
  /**
   * Number of replicas of the model: of pods, or of groups of `nodesPerReplica` pods. Leave it out where an autoscaler
   * decides.
   * @default - left out, so Kubernetes starts one and an autoscaler may change it
   */
  readonly replicas?: number;
  /**
   * Pods over which one replica of the model spreads, for models that need the accelerators of several nodes. Above 1,
   * there is a LeaderWorkerSet in place of the Deployment, whose controller must be in the cluster. One pod of a replica,
   * its leader, answers requests; when a container of a replica restarts, the whole replica does.
   * @default 1
   */
  readonly nodesPerReplica?: number;
  /**
   * Names under which clients and rewrites know the model; the first is the primary one.
   * @default - the model's id
   */
  readonly servedModelNames?: string[];
  /**
   * LoRA adapters that are served beside the model, each under its own name.
   * @default - none
   */
  readonly adapters?: LoraAdapter[];
  /**
   * Whether a model that pods download from the hub must be of one commit, and adapters from volumes or images. Otherwise
   * replicas that start at different times may serve different weights under one name. For production.
   * @default false
   */
  readonly requirePinnedRevisions?: boolean;
  /**
   * Port of the HTTP API, on the pods and on the Service. An engine with several data-parallel ranks listens on the
   * following ports too.
   * @default 8000
   */
  readonly port?: number;
  /**
   * How pods stop without failing requests.
   * @default Drain.of()
   */
  readonly drain?: Drain;
  /**
   * How many pods an update may add and take away at the same time. Where all accelerators are taken, an update with a
   * surge never ends: the new pod waits for an accelerator, and the old one for the new pod. There
   * `{ maxSurge: 0, maxUnavailable: 1 }` ends an old pod first, at the price of its capacity.
   * @default - Kubernetes' own: 25 % more pods, and 25 % fewer; with several nodes for a replica, one replica fewer
   */
  readonly rollout?: Rollout;
  /**
   * PodDisruptionBudget of the pods.
   * @default - none
   */
  readonly disruptionBudget?: DisruptionBudget;
}

/** Properties of `ModelServer`. */
export interface ModelServerProps extends ModelServerOptions, MetadataOptions {
  /** The model to serve. */
  readonly model: Model;
  /**
   * Name of the workload and the Service, and value of the label `app` that selects the pods.
   * @default - the construct's id
   */
  readonly name?: string;
  /**
   * Namespace.
   * @default - the chart's, else `default`
   */
  readonly namespace?: string;
}

/** Checks of `ModelServerOptions`. */
export const MODEL_SERVER_OPTION_CHECKS: Checks<ModelServerOptions> = {
  ...POD_OPTION_CHECKS,
  engine: having('an engine, for example Engine.vllmCpu()', 'specify'),
  replicas: anyNumber,
  nodesPerReplica: anyNumber,
  servedModelNames: listOf(servedName),
  adapters: ADAPTERS,
  requirePinnedRevisions: boolean,
  port: anyNumber,
  drain: having('a Drain, for example Drain.of()', 'preStopSeconds', 'gracePeriodSeconds'),
  rollout: rolloutOptions,
  disruptionBudget: optionsOf<DisruptionBudget>({ maxUnavailable: required(anyNumber) }),
};

/** Checks a `Model`. */
export const model = having("a Model, for example Model.huggingFace('facebook/opt-125m')", 'id', 'location', 'spec');

/** Checks of `ModelServerProps`. */
export const MODEL_SERVER_CHECKS: Checks<ModelServerProps> = {
  ...MODEL_SERVER_OPTION_CHECKS,
  ...METADATA_CHECKS,
  model: required(model),
  name: anyText,
  namespace: anyText,
};
