import { DEFAULT_VLLM } from '../catalogue/engines/vllm';
import { refuse } from '../errors';
import type { Release } from '../catalogue/endpoint-picker/release';
import { Changes } from './changes';
import { closeAfter } from './close-after';
import { PoolChanges } from './pool-changes';
import type { Cluster } from './cluster/cluster';
import { type Backend, Tunnel } from './cluster/tunnel';
import { parseMetrics, type Sample, sum } from './metrics';
import type { TargetSummary } from './results';
import { entriesOf, proxyImages } from './target/entry';
import { releaseOf } from './target/picker';
import { backendOf } from './target/service';
import { isReady, nameOf, POD_FIELDS, podProxyPath, podsPath, podsWith } from './cluster/pods';
import { findTarget, type Target, type TargetOptions } from './target/target';
import { modelsIn } from './traffic/answers';
import { Client } from './traffic/client';
import { waitUntil } from './wait';

/** Options of a session. */
export interface SessionOptions {
  /**
   * Base URL to which requests go.
   * @default - a port-forward to the Gateway or proxy that leads to the pool
   */
  readonly url?: string;
  /**
   * Seconds to wait for pods at most.
   * @default 600
   */
  readonly timeout?: number;
  /**
   * Ends the session early. Changes of the cluster are undone all the same.
   * @default - none
   */
  readonly signal?: AbortSignal;
  /**
   * Called before each change of the cluster, and after each undo, with the commands that undo everything by hand.
   * @default - none
   */
  readonly onChange?: (commands: readonly string[]) => void;
}

/** Finds a pool, opens a session on it, does some work, and undoes all changes, whether or not the work failed. */
export async function withSession<Result>(
  options: TargetOptions & SessionOptions,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  return withSessionOn(await findTarget(options), options, work);
}

/** The same as `withSession`, for a target that was already found. */
export async function withSessionOn<Result>(
  target: Target,
  options: SessionOptions,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const session = await Session.open(target, options);
  return closeAfter(session, () => work(session));
}

/** A connection to a pool, its pods, its endpoint picker and its entry. The code that opens it must close it. */
export class Session {
  /** Connects to a target. `withSession` also closes the session. */
  static async open(target: Target, options: SessionOptions = {}): Promise<Session> {
    const session = new Session(target, options);
    try {
      await target.picker.metrics.authenticate(session.changes, session.fail);
      session.release = await releaseOf(target.cluster, target.picker);
      if (await session.poolChanges.isLeft()) await session.restoreLeft();
      await session.connect(options.url);
      return session;
    } catch (error) {
      return closeAfter(session, () => Promise.reject(error as Error));
    }
  }

  /** Sends requests to the entry of the pool. */
  client!: Client;
  /** Release of the endpoint picker. */
  release!: Release;
  /** The names that `/v1/models` lists. The first one is the model's own. */
  models: readonly string[] = [];
  private entryName = '';
  /** Images of the proxy at the entry. */
  private proxyImages: readonly string[] = [];
  private tunnel: Tunnel | undefined;
  private readonly changes: Changes;
  private readonly poolChanges: PoolChanges;
  private readonly end = new AbortController();
  /** Ends the session with an error. */
  readonly fail = (error: Error) => this.end.abort(error);

  private constructor(
    readonly target: Target,
    private readonly options: SessionOptions,
  ) {
    const { signal, onChange } = options;
    this.changes = new Changes(onChange);
    this.poolChanges = new PoolChanges(target, this.changes, (error) => this.fail(error));
    if (signal?.aborted) this.end.abort(signal.reason);
    signal?.addEventListener('abort', () => this.end.abort(signal.reason), { once: true });
  }

  /** The cluster of the pool. */
  get cluster(): Cluster {
    return this.target.cluster;
  }

  /** Aborted when the caller's signal is, and when the connection to the pods breaks. */
  get signal(): AbortSignal {
    return this.end.signal;
  }

  /** Seconds to wait for pods at most. */
  get timeout(): number {
    return this.options.timeout ?? 600;
  }

  /** The model's own name. */
  get model(): string {
    return this.models[0];
  }

  /** A description of the target for reports. */
  async summary(): Promise<TargetSummary> {
    const { context } = this.cluster;
    const { namespace, name } = this.target.pool;
    const { gitVersion } = await this.cluster.get('/version', 'gitVersion');
    const [server] = await this.pods();
    const versions = {
      Kubernetes: gitVersion as string,
      'endpoint picker': this.release.id,
      'model server': (server?.spec?.containers ?? []).map(({ image }: any) => image).join(', '),
      ...(this.proxyImages.length > 0 && { proxy: this.proxyImages.join(', ') }),
    };
    return { context, namespace, pool: name, entry: this.entryName, model: this.model, versions };
  }

  /** The pods of the pool, oldest first. */
  pods(): Promise<any[]> {
    const { namespace, labels } = this.target.pool;
    return podsWith(this.cluster, namespace, labels);
  }

  /** The ready pods of the pool, oldest first. */
  async readyPods(): Promise<any[]> {
    return (await this.pods()).filter(isReady);
  }

  /** The metrics of the endpoint picker. Fails while it is down. */
  pickerMetrics(): Promise<Sample[]> {
    return this.target.picker.metrics.read();
  }

  /** The number of pods that the endpoint picker may choose from, by its own metrics; undefined while it is down. */
  async readyEndpoints(): Promise<number | undefined> {
    const samples = await this.target.picker.metrics.readIfUp();
    return samples && sum(samples, this.release.readyEndpointsMetric, { name: this.target.pool.name });
  }

  /** The number of requests that each ready pod has answered since it started. */
  async answersByPod(): Promise<ReadonlyMap<string, number>> {
    const count = async (pod: any) => {
      const pages = await Promise.all(this.target.pool.ports.map((port) => this.fromPod(pod, port, '/metrics')));
      return [nameOf(pod), sum(pages.flatMap(parseMetrics), DEFAULT_VLLM.metrics.requestSuccess)] as const;
    };
    return new Map(await Promise.all((await this.readyPods()).map(count)));
  }

  /** The number of replicas that the workload should have. */
  replicas(): Promise<number> {
    return this.poolChanges.replicas();
  }

  /**
   * Makes sure that no other exercise changes the pool until the session closes. Fails with LLMD-EXERCISE-HELD while one
   * does.
   */
  async hold(): Promise<void> {
    await this.poolChanges.hold();
  }

  /** Scales the workload and does not wait. The former number is restored when the session closes. */
  async setReplicas(replicas: number): Promise<void> {
    this.signal.throwIfAborted();
    await this.poolChanges.setReplicas(replicas);
  }

  /** Scales the workload and waits until the pool is ready. Fails if it is not in time. */
  async scale(replicas: number): Promise<void> {
    await this.setReplicas(replicas);
    if ((await this.waitUntilReady(replicas)) !== undefined) return;
    refuse(`InferencePool ${this.target.pool.namespace}/${this.target.pool.name}`, {
      code: 'LLMD-EXERCISE-WAIT',
      got: `${(await this.readyPods()).length} of ${replicas} pods ready after ${this.timeout} s, of which the picker counts ${await this.readyEndpoints()}`,
      expected: 'all of them sooner',
      remedy: 'see `kubectl get pods` for what holds them up, or wait longer with --timeout',
    });
  }

  /**
   * Waits until the pool has exactly this number of pods, all of them are ready, and the endpoint picker counts as many.
   *
   * @returns the milliseconds that it took; undefined if it did not happen in time
   */
  waitUntilReady(replicas: number): Promise<number | undefined> {
    const read = async () => {
      const pods = await this.pods();
      return { all: pods.length, ready: pods.filter(isReady).length, known: await this.readyEndpoints() };
    };
    return waitUntil(
      this.timeout,
      read,
      (counts) => Object.values(counts).every((number) => number === replicas),
      this.signal,
    );
  }

  /** Closes all connections and undoes all changes of the cluster. */
  async close(): Promise<void> {
    try {
      await this.changes.undo();
    } finally {
      this.client?.close();
      await this.tunnel?.close();
      await this.target.picker.metrics.close();
    }
  }

  /** Sets back what a run has left that was killed. */
  private async restoreLeft(): Promise<void> {
    await this.hold();
    await this.waitUntilReady(await this.replicas());
  }

  private fromPod(pod: any, port: number, path: string): Promise<string> {
    const { namespace } = this.target.pool;
    return this.cluster.text(podProxyPath(namespace, nameOf(pod), port, path));
  }

  /** The model names that a ready pod of the pool lists. */
  private async modelsOfPods(): Promise<readonly string[]> {
    const { namespace, name, ports } = this.target.pool;
    const [pod] = await this.readyPods();
    const answer = pod === undefined ? '{}' : await this.fromPod(pod, ports[0], '/v1/models');
    const models = modelsIn(answer);
    if (models.length > 0) return models;
    refuse(`InferencePool ${namespace}/${name}`, {
      code: 'LLMD-POOL-MODELS',
      got: pod === undefined ? 'no ready pod' : `no models from pod ${nameOf(pod)}`,
      expected: 'a pod that answers GET /v1/models',
      remedy: 'see `kubectl get pods` and the logs of the model server',
    });
  }

  /** Finds the models and the entry of the pool, and opens the client. */
  private async connect(url: string | undefined): Promise<void> {
    this.models = await this.modelsOfPods();
    if (url !== undefined) return this.connectTo(url, url);
    const { cluster, pool } = this.target;
    for (const { name, service, port, host } of await entriesOf(cluster, pool)) {
      const find = (): Promise<Backend | undefined> => backendOf(cluster, service, port);
      const backend = await find();
      if (backend === undefined) continue;
      this.proxyImages = proxyImages(await cluster.get(podsPath(backend.namespace, backend.pod), ...POD_FIELDS));
      this.tunnel = await Tunnel.open(cluster, find, this.fail);
      return this.connectTo(this.tunnel.url, name, host);
    }
    refuse(`InferencePool ${pool.namespace}/${pool.name}`, {
      code: 'LLMD-ENTRY-DOWN',
      got: 'no ready pod behind any way in',
      expected: 'a Gateway, or a proxy, that runs',
      remedy: 'see `kubectl get gateways,pods` for what keeps it from running, or say where requests go with --url',
    });
  }

  private connectTo(url: string, name: string, host?: string): void {
    this.client = new Client(url, { host, signal: this.signal });
    this.entryName = name;
  }
}
