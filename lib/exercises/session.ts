import { refuse } from '../errors';
import type { Release } from '../catalogue/endpoint-picker/release';
import { Changes, closing } from './changes';
import type { Cluster } from './cluster/cluster';
import { type Backend, Tunnel } from './cluster/tunnel';
import { parseMetrics, type Sample, sum } from './metrics';
import type { TargetSummary } from './results';
import { entriesOf, proxyImages } from './target/entry';
import { releaseOf } from './target/picker';
import { backendOf } from './target/service';
import { isReady, nameOf, podProxyPath, podsPath, podsWith } from './target/pods';
import { findTarget, type Target, type TargetOptions } from './target/target';
import { pathOf, scaleCommand } from './target/workload';
import { Client } from './traffic/client';
import { within } from './wait';

/** How to reach a pool. */
export interface SessionOptions {
  /**
   * Base URL to which requests go.
   * @default - a port-forward to what leads to the pool
   */
  readonly url?: string;
  /**
   * Seconds to wait for pods at the most.
   * @default 600
   */
  readonly timeout?: number;
  /** Ends everything; what was scaled is scaled back all the same. */
  readonly signal?: AbortSignal;
}

/** Finds a pool, works with it, and sets back what was changed, on every way out. */
export async function withSession<Result>(
  options: TargetOptions & SessionOptions,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const session = await Session.open(await findTarget(options), options);
  return closing(session, () => work(session));
}

/** An open connection to a pool and all that belongs to it. Whoever opens it closes it. */
export class Session {
  static async open(target: Target, options: SessionOptions = {}): Promise<Session> {
    const session = new Session(target, options);
    try {
      await target.picker.metrics.unlock(session.changes, session.fail);
      session.release = await releaseOf(target.cluster, target.picker);
      await session.enter(options.url);
      return session;
    } catch (error) {
      return closing(session, () => Promise.reject(error as Error));
    }
  }

  client!: Client;
  /** Of the endpoint picker. */
  release!: Release;
  /** The names that `/v1/models` gives; the first is the model's own. */
  models: readonly string[] = [];
  private entryName = '';
  /** Images of the proxy. */
  private proxies: readonly string[] = [];
  private tunnel: Tunnel | undefined;
  private readonly changes = new Changes();
  private hasScaled = false;
  private readonly over = new AbortController();
  /** Ends everything for this reason. */
  readonly fail = (error: Error) => this.over.abort(error);

  private constructor(
    readonly target: Target,
    private readonly options: SessionOptions,
  ) {
    const { signal } = options;
    if (signal?.aborted) this.over.abort(signal.reason);
    signal?.addEventListener('abort', () => this.over.abort(signal.reason), { once: true });
  }

  get cluster(): Cluster {
    return this.target.cluster;
  }

  /** Ends when the user wants it, or when the way to the pods breaks. */
  get signal(): AbortSignal {
    return this.over.signal;
  }

  get timeout(): number {
    return this.options.timeout ?? 600;
  }

  get model(): string {
    return this.models[0];
  }

  /** What is exercised, for reports. */
  async summary(): Promise<TargetSummary> {
    const { context } = this.cluster;
    const { namespace, name } = this.target.pool;
    const { gitVersion } = await this.cluster.get('/version');
    const [server] = await this.pods();
    const versions = {
      Kubernetes: gitVersion as string,
      'endpoint picker': this.release.id,
      'model server': (server?.spec.containers ?? []).map(({ image }: any) => image).join(', '),
      ...(this.proxies.length > 0 && { proxy: this.proxies.join(', ') }),
    };
    return { context, namespace, pool: name, entry: this.entryName, model: this.model, versions };
  }

  /** The pods of the pool, oldest first. */
  pods(): Promise<any[]> {
    const { namespace, labels } = this.target.pool;
    return podsWith(this.cluster, namespace, labels);
  }

  async readyPods(): Promise<any[]> {
    return (await this.pods()).filter(isReady);
  }

  /** What the picker says of itself. */
  pickerMetrics(): Promise<Sample[]> {
    return this.target.picker.metrics.read();
  }

  /** How many pods the picker may choose from, as it says itself; undefined while it is down. */
  async readyEndpoints(): Promise<number | undefined> {
    const samples = await this.target.picker.metrics.look();
    return samples && sum(samples, this.release.readyEndpointsMetric, { name: this.target.pool.name });
  }

  /** How many requests each ready pod has answered since it began. */
  async answered(): Promise<ReadonlyMap<string, number>> {
    const count = async (pod: any) => {
      const pages = await Promise.all(this.target.pool.ports.map((port) => this.fromPod(pod, port, '/metrics')));
      return [nameOf(pod), sum(pages.flatMap(parseMetrics), 'vllm:request_success_total')] as const;
    };
    return new Map(await Promise.all((await this.readyPods()).map(count)));
  }

  /** How many replicas the workload is meant to have. */
  async replicas(): Promise<number> {
    return (await this.cluster.get(`${pathOf(this.target.workload)}/scale`)).spec.replicas ?? 0;
  }

  /** Scales, and does not wait. What it was before is restored when the session ends. */
  async setReplicas(replicas: number): Promise<void> {
    const before = await this.replicas();
    if (before === replicas) return;
    if (!this.hasScaled) {
      const undoWith = scaleCommand(this.target.workload, before);
      this.changes.add({ undoWith, undo: () => this.patchReplicas(before) });
      this.hasScaled = true;
    }
    await this.patchReplicas(replicas);
  }

  /** Scales, and waits until the pool is whole. */
  async scale(replicas: number): Promise<void> {
    await this.setReplicas(replicas);
    if ((await this.whole(replicas)) !== undefined) return;
    refuse(`InferencePool ${this.target.pool.namespace}/${this.target.pool.name}`, {
      code: 'LLMD-EXERCISE-WAIT',
      got: `${(await this.readyPods()).length} of ${replicas} pods ready after ${this.timeout} s, of which the picker counts ${await this.readyEndpoints()}`,
      expected: 'all of them sooner',
      remedy: 'see `kubectl get pods` for what holds them up, or wait longer with --timeout',
    });
  }

  /** Waits until so many pods are ready, no other is left, and the picker knows; undefined if that does not happen. */
  whole(replicas: number): Promise<number | undefined> {
    const look = async () => {
      const pods = await this.pods();
      return { all: pods.length, ready: pods.filter(isReady).length, known: await this.readyEndpoints() };
    };
    return within(this.timeout, look, (counts) => Object.values(counts).every((it) => it === replicas), this.signal);
  }

  /** Ends what runs on this machine, and sets back what was changed. */
  async close(): Promise<void> {
    this.client?.close();
    await this.tunnel?.close();
    await this.target.picker.metrics.close();
    await this.changes.undo();
  }

  private async patchReplicas(replicas: number): Promise<void> {
    await this.cluster.patch(`${pathOf(this.target.workload)}/scale`, { spec: { replicas } });
  }

  private fromPod(pod: any, port: number, path: string): Promise<string> {
    const { namespace } = this.target.pool;
    return this.cluster.text(podProxyPath(namespace, nameOf(pod), port, path));
  }

  /** The names that a pod of the pool serves, in its own words. */
  private async modelsOfPods(): Promise<readonly string[]> {
    const { namespace, name, ports } = this.target.pool;
    const [pod] = await this.readyPods();
    const answer = pod === undefined ? '{}' : await this.fromPod(pod, ports[0], '/v1/models');
    const { data = [] } = JSON.parse(answer) as { data?: { id: string }[] };
    if (data.length > 0) return data.map(({ id }) => id);
    refuse(`InferencePool ${namespace}/${name}`, {
      code: 'LLMD-POOL-MODELS',
      got: pod === undefined ? 'no ready pod' : `no models from pod ${nameOf(pod)}`,
      expected: 'a pod that answers GET /v1/models',
      remedy: 'see `kubectl get pods` and the logs of the model server',
    });
  }

  private async enter(url: string | undefined): Promise<void> {
    this.models = await this.modelsOfPods();
    if (url !== undefined) return this.use(url, url);
    const { cluster, pool } = this.target;
    for (const { name, service, port, host } of await entriesOf(cluster, pool)) {
      const find = (): Promise<Backend | undefined> => backendOf(cluster, service, port);
      const backend = await find();
      if (backend === undefined) continue;
      this.proxies = proxyImages(await cluster.get(podsPath(backend.namespace, backend.pod)));
      this.tunnel = await Tunnel.open(cluster, find, this.fail);
      return this.use(this.tunnel.url, name, host);
    }
    refuse(`InferencePool ${pool.namespace}/${pool.name}`, {
      code: 'LLMD-ENTRY',
      got: 'no ready pod behind any way in',
      expected: 'a Gateway, or a proxy, that runs',
      remedy: 'see `kubectl get gateways,pods` for what keeps it from running, or say where requests go with --url',
    });
  }

  private use(url: string, name: string, host?: string): void {
    this.client = new Client(url, host);
    this.entryName = name;
  }
}
