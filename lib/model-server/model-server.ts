import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Validation } from '../app/validation';
import { refuse } from '../errors';
import { show } from '../text/wording';
import { checkedLabels, checkedServiceName } from '../names';
import { type Range, checkedReplicas, checkedNumber } from '../numbers';
import { recommendedLabels } from '../kubernetes/labels';
import { namespaceOf } from '../kubernetes/namespace';
import { type Metadata, putMetadata } from '../kubernetes/metadata';
import { kubeObject } from '../kubernetes/objects';
import { checkedOptions } from '../options/check';
import { claimTemplate } from './claim-template';
import { downloadWait } from './download-wait';
import { Drain } from './drain';
import { Engine } from './engine';
import { checkedEngine } from './engine-checks';
import type { EngineRequest, EngineSpec } from './engine-contract';
import { checkAdapters, withAdapterMounts } from './lora-use';
import { checkModel, checkPinned } from './model-use';
import type { IModelServer } from './model-server-contract';
import { mergeArguments } from './merge-arguments';
import { MODEL_SERVER_CHECKS, type ModelServerProps } from './model-server-options';
import { portName, refuseOtherNodes, refuseOtherNumber, refuseScarceMemory } from './model-server-pod';
import { modelServerWorkload, selectorOf } from './model-server-workload';

const PORT: Range = {
  code: 'LLMD-PORT',
  what: 'port',
  min: 1024,
  max: 65535,
  expected: 'a whole number from 1024 to 65535: the engine runs without root',
  remedy: 'leave port out for 8000',
};

const NODES: Range = {
  code: 'LLMD-NODES',
  what: 'nodesPerReplica',
  min: 1,
  max: 1024,
  expected: 'a whole number of pods from 1 to 1024',
  remedy: 'pass how many nodes one replica of the model needs, or leave it out for 1',
};

const MAX_UNAVAILABLE: Range = {
  code: 'LLMD-MAX-UNAVAILABLE',
  what: 'maxUnavailable',
  min: 1,
  max: 2 ** 31 - 1,
  expected: 'a whole number, 1 or more: with 0 a node could not be drained',
  remedy: 'pass 1, or leave disruptionBudget out',
};

/** Pods that run a model behind vLLM's HTTP API, and a Service in front of them. */
export class ModelServer extends Construct implements IModelServer {
  /**
   * The Deployment, or the LeaderWorkerSet where a replica spreads over several nodes. The Deployment's selector is
   * `app: <name>` and nothing else, because a selector can never change.
   */
  readonly workload: ApiObject;
  /** The Service, which reaches every ready pod that answers requests without the endpoint picker. */
  readonly service: ApiObject;
  /** The ResourceClaimTemplate, if the accelerator is claimed from a DeviceClass. */
  readonly resourceClaimTemplate?: ApiObject;
  /** The PodDisruptionBudget, if one was asked for. */
  readonly podDisruptionBudget?: ApiObject;
  /** Name of the workload and the Service. */
  readonly name: string;
  /** Namespace of all objects. */
  readonly namespace: string;
  /** Ports of the HTTP API, on the pods and on the Service: one, or one for each data-parallel rank. */
  readonly ports: number[];
  /** Names under which the model is served; the first is the primary one. */
  readonly servedModelNames: string[];
  /** How long a pod may take to stop, in seconds. */
  readonly gracePeriodSeconds: number;

  /** Labels of the templates of the pods that answer requests, to which pools add theirs. */
  private readonly servingLabels: readonly { [key: string]: string }[];

  constructor(scope: Construct, id: string, props: ModelServerProps) {
    super(scope, id);
    checkedOptions(this, props, MODEL_SERVER_CHECKS);
    putMetadata(this, props);
    checkModel(this, props.model, props);
    if (props.requirePinnedRevisions === true) checkPinned(this, props.model, props.adapters ?? []);
    const drain = props.drain ?? Drain.of();
    this.name = checkedServiceName(this, props.name ?? id);
    this.namespace = namespaceOf(this, props.namespace);
    const port = checkedNumber(this, props.port ?? 8000, PORT);
    this.servedModelNames = validNames(this, props.servedModelNames ?? [props.model.id]);
    this.gracePeriodSeconds = drain.gracePeriodSeconds;
    const replicas = checkedReplicas(this, props.replicas);
    const nodes = checkedNumber(this, props.nodesPerReplica ?? 1, NODES);

    const request: EngineRequest = {
      model: props.model,
      servedModelNames: this.servedModelNames,
      port,
      drain,
      adapters: props.adapters ?? [],
      nodesPerReplica: nodes,
      extraArgs: props.extraArgs ?? [],
    };
    checkAdapters(this, request);
    const specified = withExtraArguments(
      checkedEngine(this, (props.engine ?? Engine.vllmCpu()).specify(request)),
      request.extraArgs,
    );
    const engine = { ...specified, mounts: withAdapterMounts(specified.mounts, request.adapters) };
    this.ports = consecutivePorts(this, port, engine.portCount ?? 1);
    refuseScarceMemory(this, props, engine);
    refuseOtherNodes(this, props, engine);
    refuseOtherNumber(this, nodes, engine);
    this.expectExceptions(engine);
    const labels = recommendedLabels(this, { app: engine.name, instance: this.name, component: 'model-server' });
    const metadata: Metadata = { name: this.name, namespace: this.namespace, labels };
    this.resourceClaimTemplate = claimTemplate(this, metadata, engine.accelerator?.spec);
    const { object, servingLabels, servingSelector } = modelServerWorkload(this, {
      metadata,
      engine,
      drain,
      ports: this.ports,
      claim: this.resourceClaimTemplate?.name,
      replicas,
      nodes,
      rollout: props.rollout,
      initContainers: downloadWait(props.model, engine, props),
      options: { ...props, extraArgs: undefined },
    });
    this.workload = object;
    this.servingLabels = servingLabels;
    this.service = kubeObject(this, 'service', 'v1/Service', metadata, {
      spec: {
        selector: servingSelector,
        ports: this.ports.map((number, rank) => ({ name: portName(rank), port: number, targetPort: portName(rank) })),
      },
    });
    if (props.disruptionBudget) {
      const missing = checkedNumber(this, props.disruptionBudget.maxUnavailable, MAX_UNAVAILABLE);
      // The eviction of a pod takes its whole replica away, so one more may begin when the replicas before are missing.
      const maxUnavailable = (missing - 1) * nodes + 1;
      this.podDisruptionBudget = kubeObject(this, 'budget', 'policy/v1/PodDisruptionBudget', metadata, {
        spec: { maxUnavailable, selector: { matchLabels: selectorOf(metadata) } },
      });
    }
  }

  /** Acknowledges the warnings about rights that the accelerator asks for. Where a namespace forbids them, there are errors. */
  private expectExceptions({ accelerator }: EngineSpec): void {
    const exception = accelerator?.spec.securityException;
    if (exception === undefined) return;
    for (const code of ['LLMD-SECURITY-CAPABILITIES', 'LLMD-SECURITY-NON-ROOT', 'LLMD-SECURITY-ROOT-USER']) {
      Validation._expect(this, code, exception.reason);
    }
  }

  /** Puts labels on the pods, for a pool to select them by. The Deployment's own selector stays as it is. */
  addPodLabels(labels: { readonly [key: string]: string }): void {
    for (const [key, value] of Object.entries(checkedLabels(this, labels))) {
      const [first] = this.servingLabels;
      const present = Object.hasOwn(first, key) ? first[key] : undefined;
      if (present !== undefined && present !== value) {
        refuse(this, {
          code: 'LLMD-POOL-LABEL-TAKEN',
          got: `the pod label ${key}: ${value}`,
          expected: `${key}: ${present}, which the pods already carry`,
          remedy: 'let the pool select by another label',
        });
      }
      for (const labels of this.servingLabels) labels[key] = value;
    }
  }
}

function withExtraArguments(engine: EngineSpec, extraArgs: readonly string[]): EngineSpec {
  const { args = [], workerArgs } = engine;
  return {
    ...engine,
    args: mergeArguments(args, extraArgs),
    ...(workerArgs && { workerArgs: mergeArguments(workerArgs, extraArgs) }),
  };
}

function consecutivePorts(scope: Construct, first: number, count: number): number[] {
  const ports = Array.from({ length: count }, (_, rank) => first + rank);
  if (ports[count - 1] > PORT.max) {
    refuse(scope, {
      code: 'LLMD-PORT-LAST',
      got: `${count} ports from ${first} on`,
      expected: `ports up to ${PORT.max}`,
      remedy: 'lower port',
    });
  }
  return ports;
}

function validNames(scope: Construct, names: string[]): string[] {
  const remedy = 'leave servedModelNames out to serve the model under its own id';
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (names.length === 0) {
    refuse(scope, { code: 'LLMD-MODEL-NAMES', got: 'empty servedModelNames', expected: 'at least one name', remedy });
  }
  if (twice !== undefined) {
    refuse(scope, {
      code: 'LLMD-MODEL-NAME-TWICE',
      got: `the served model name ${show(twice)} twice`,
      expected: 'each name once',
      remedy,
    });
  }
  return [...names];
}
