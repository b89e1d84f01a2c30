import { type ApiObject, SizeRoundingBehavior } from 'cdk8s';
import { Construct } from 'constructs';
import { refuse } from '../errors';
import { show } from '../text/wording';
import { checkedLabels, checkedServiceName } from '../names';
import { type Range, checkedReplicas, checkedNumber } from '../numbers';
import { recommendedLabels } from '../kubernetes/labels';
import { namespaceOf } from '../kubernetes/namespace';
import { type Metadata, type MetadataOptions, putMetadata } from '../kubernetes/metadata';
import { kubeObject } from '../kubernetes/objects';
import { envVar, podTemplate, type WorkloadPod } from '../kubernetes/pod';
import { Mount } from '../kubernetes/mount';
import type { PodOptions } from '../kubernetes/pod-options';
import { Drain } from './drain';
import { Engine } from './engine';
import { checkedEngine } from './engine-checks';
import type { EngineRequest, EngineSpec, IEngine } from './engine-contract';
import type { Model } from './model';
import type { IModelServer } from './model-server-contract';
import { mergeArguments } from './merge-arguments';
import { probesAndHooks } from './probes';

/** How many pods a voluntary disruption, such as draining a node, may remove at the same time. */
export interface DisruptionBudget {
  /** Most pods that may be missing at the same time. */
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
   * Number of pods. Leave it out where an autoscaler decides.
   * @default - left out, so Kubernetes starts one and an autoscaler may change it
   */
  readonly replicas?: number;
  /**
   * Names under which clients and rewrites know the model; the first is the primary one.
   * @default - the model's id
   */
  readonly servedModelNames?: string[];
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
   * Name of the Deployment and the Service, and value of the label `app` that selects the pods.
   * @default - the construct's id
   */
  readonly name?: string;
  /**
   * Namespace.
   * @default - the chart's, else `default`
   */
  readonly namespace?: string;
}

const PORT_NAME = 'http';

const PORT: Range = {
  code: 'LLMD-PORT',
  what: 'port',
  min: 1024,
  max: 65535,
  expected: 'a whole number from 1024 to 65535: the engine runs without root',
  remedy: 'leave port out for 8000',
};

const MAX_UNAVAILABLE: Range = {
  code: 'LLMD-MAX-UNAVAILABLE',
  what: 'maxUnavailable',
  min: 1,
  max: 2 ** 31 - 1,
  expected: 'a whole number of pods, 1 or more: with 0 a node could not be drained',
  remedy: 'pass 1, or leave disruptionBudget out',
};

/** Pods that run a model behind vLLM's HTTP API, and a Service in front of them. */
export class ModelServer extends Construct implements IModelServer {
  /** The Deployment. Its selector is `app: <name>` and nothing else, because a selector can never change. */
  readonly deployment: ApiObject;
  /** The Service, which reaches every ready pod without the endpoint picker. */
  readonly service: ApiObject;
  /** The PodDisruptionBudget, if one was asked for. */
  readonly podDisruptionBudget?: ApiObject;
  /** Name of the Deployment and the Service. */
  readonly name: string;
  /** Namespace of all objects. */
  readonly namespace: string;
  /** Ports of the HTTP API, on the pods and on the Service: one, or one for each data-parallel rank. */
  readonly ports: number[];
  /** Names under which the model is served; the first is the primary one. */
  readonly servedModelNames: string[];
  /** How long a pod may take to stop, in seconds. */
  readonly gracePeriodSeconds: number;

  /** Labels of the pod template, to which pools add theirs. */
  private readonly podLabels: { [key: string]: string };

  constructor(scope: Construct, id: string, props: ModelServerProps) {
    super(scope, id);
    putMetadata(this, props);
    const drain = props.drain ?? Drain.of();
    this.name = checkedServiceName(this, props.name ?? id);
    this.namespace = namespaceOf(this, props.namespace);
    const port = checkedNumber(this, props.port ?? 8000, PORT);
    this.servedModelNames = validNames(this, props.servedModelNames ?? [props.model.id]);
    this.gracePeriodSeconds = drain.gracePeriodSeconds;
    const replicas = checkedReplicas(this, props.replicas);

    const request: EngineRequest = {
      model: props.model,
      servedModelNames: this.servedModelNames,
      port,
      drain,
      adapters: [],
      nodesPerReplica: 1,
      extraArgs: props.extraArgs ?? [],
    };
    const specified = checkedEngine(this, (props.engine ?? Engine.vllmCpu()).specify(request));
    const engine = { ...specified, args: mergeArguments(specified.args ?? [], request.extraArgs) };
    this.ports = consecutivePorts(this, port, engine.portCount ?? 1);
    refuseScarceMemory(this, props, engine);
    const selector = { app: this.name };
    const labels = recommendedLabels(this, { app: engine.name, instance: this.name, component: 'model-server' });
    const metadata: Metadata = { name: this.name, namespace: this.namespace, labels };
    const template = podTemplate(
      this,
      { selector, ...workload(this.ports, labels, engine, drain) },
      {
        ...props,
        extraArgs: undefined,
      },
    );
    this.podLabels = template.metadata.labels;

    this.deployment = kubeObject(this, 'deployment', 'apps/v1/Deployment', metadata, {
      spec: {
        ...(replicas !== undefined && { replicas }),
        selector: { matchLabels: selector },
        template,
      },
    });
    this.service = kubeObject(this, 'service', 'v1/Service', metadata, {
      spec: {
        selector,
        ports: this.ports.map((number, rank) => ({ name: portName(rank), port: number, targetPort: portName(rank) })),
      },
    });
    if (props.disruptionBudget) {
      const maxUnavailable = checkedNumber(this, props.disruptionBudget.maxUnavailable, MAX_UNAVAILABLE);
      this.podDisruptionBudget = kubeObject(this, 'budget', 'policy/v1/PodDisruptionBudget', metadata, {
        spec: { maxUnavailable, selector: { matchLabels: selector } },
      });
    }
  }

  /** Puts labels on the pods, for a pool to select them by. The Deployment's own selector stays as it is. */
  addPodLabels(labels: { readonly [key: string]: string }): void {
    for (const [key, value] of Object.entries(checkedLabels(this, labels))) {
      const present = Object.hasOwn(this.podLabels, key) ? this.podLabels[key] : undefined;
      if (present !== undefined && present !== value) {
        refuse(this, {
          code: 'LLMD-POOL-LABEL-TAKEN',
          got: `the pod label ${key}: ${value}`,
          expected: `${key}: ${present}, which the pods already carry`,
          remedy: 'let the pool select by another label',
        });
      }
      this.podLabels[key] = value;
    }
  }
}

function workload(
  ports: readonly number[],
  labels: { [key: string]: string },
  engine: EngineSpec,
  drain: Drain,
): Omit<WorkloadPod, 'selector'> {
  const {
    name,
    image,
    command,
    args = [],
    env = {},
    mounts = [Mount.emptyDir('/tmp')],
    resources = {},
    user = 1000,
  } = engine;
  return {
    labels,
    main: {
      name,
      image,
      ...(command && { command }),
      ...(args.length > 0 && { args }),
      env: Object.entries(env).map(([key, value]) => envVar(key, value)),
      ports: ports.map((containerPort, rank) => ({ name: portName(rank), containerPort })),
      mounts,
      resources,
      ...probesAndHooks(engine, PORT_NAME, drain),
    },
    spec: {
      terminationGracePeriodSeconds: drain.gracePeriodSeconds,
      // The group makes volumes writable that a driver formats for root; checked once, since weights are many files.
      securityContext: { runAsUser: user, fsGroup: user, fsGroupChangePolicy: 'OnRootMismatch' },
    },
  };
}

/** `http` is the port of the first rank, to which the probes go; then come `http-1`, `http-2` and so on. */
function portName(rank: number): string {
  return rank === 0 ? PORT_NAME : `${PORT_NAME}-${rank}`;
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

function refuseScarceMemory(scope: Construct, { resources }: PodOptions, { reservedMemory }: EngineSpec): void {
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

function validNames(scope: Construct, names: string[]): string[] {
  const remedy = 'leave servedModelNames out to serve the model under its own id';
  const isFlag = names.find((name) => name.trim() === '' || name.startsWith('-'));
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (names.length === 0) {
    refuse(scope, { code: 'LLMD-MODEL-NAMES', got: 'empty servedModelNames', expected: 'at least one name', remedy });
  }
  if (isFlag !== undefined) {
    refuse(scope, {
      code: 'LLMD-MODEL-NAME',
      got: `the served model name ${show(isFlag)}`,
      expected: 'a name that is not empty and does not begin with "-"',
      remedy,
    });
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
