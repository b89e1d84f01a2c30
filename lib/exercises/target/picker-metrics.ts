import { LlmdError, refuse } from '../../errors';
import type { Changes } from '../changes';
import { ApiError } from '../cluster/api-error';
import type { Cluster } from '../cluster/cluster';
import { type Backend, type OnFault, Tunnel } from '../cluster/tunnel';
import { parseMetrics, type Sample } from '../metrics';
import { Client } from '../traffic/client';
import { pause } from '../wait';
import { makeMetricsReader, tokenOf } from './metrics-reader';
import { podProxyPath, podsPath } from './pods';
import { backendOf } from './service';

/** Milliseconds until an API server knows a right that was just given, and between two attempts to use it. */
const GRANTED_WITHIN = 10_000;
const GRANT_PAUSE = 500;

/** Nobody answers at the picker's metrics port, which is no error while it is restarted. */
class PickerDown extends LlmdError {}

/**
 * The metrics of an endpoint picker. One that asks who calls gets the token of a ServiceAccount that may read them: its
 * own if it may (as llm-d's charts have it), else one that is made for the exercise and removed with it.
 */
export class PickerMetrics {
  /** Looks whether the picker asks who calls. */
  static async open(cluster: Cluster, service: any, port: number): Promise<PickerMetrics> {
    const metrics = new PickerMetrics(cluster, service, port);
    metrics.guarded = (await metrics.fetch()) === undefined;
    return metrics;
  }

  private guarded = false;
  private token = '';
  private tunnel: Tunnel | undefined;
  private client: Client | undefined;

  private constructor(
    private readonly cluster: Cluster,
    private readonly service: any,
    private readonly port: number,
  ) {}

  /** Whether the picker asks who calls. */
  get isGuarded(): boolean {
    return this.guarded;
  }

  /** Gets what is needed to read the metrics. */
  async unlock(changes: Changes, onFault: OnFault): Promise<void> {
    if (!this.guarded) return;
    this.tunnel = await Tunnel.open(this.cluster, () => this.backend(), onFault);
    this.client = new Client(this.tunnel.url);
    this.token = await tokenOf(this.cluster, this.service.metadata.namespace, await this.ownAccount());
    if ((await this.fetch()) !== undefined) return;
    const { namespace } = this.service.metadata;
    this.token = await tokenOf(this.cluster, namespace, await makeMetricsReader(this.cluster, namespace, changes));
    for (const start = performance.now(); performance.now() - start < GRANTED_WITHIN; await pause(GRANT_PAUSE)) {
      if ((await this.fetch()) !== undefined) return;
    }
    refuse(this.where, {
      code: 'LLMD-PICKER-METRICS-AUTH',
      got: 'metrics that the picker keeps from a ServiceAccount that may `get /metrics`',
      expected: 'a picker that may create TokenReviews and SubjectAccessReviews',
      remedy: 'give its ServiceAccount these rights, or start it with --metrics-endpoint-auth=false',
    });
  }

  async read(): Promise<Sample[]> {
    const samples = await this.fetch();
    if (samples !== undefined) return samples;
    throw new PickerDown(this.where, {
      code: 'LLMD-PICKER-METRICS-AUTH',
      got: 'metrics that the picker keeps to itself',
      expected: 'the right to read them',
      remedy: 'begin the exercise again',
    });
  }

  /** As `read`, but undefined while the picker is down. */
  async look(): Promise<Sample[] | undefined> {
    try {
      return await this.read();
    } catch (error) {
      if (error instanceof PickerDown) return undefined;
      throw error;
    }
  }

  async close(): Promise<void> {
    this.client?.close();
    await this.tunnel?.close();
  }

  private get where(): string {
    return `Service ${this.service.metadata.namespace}/${this.service.metadata.name}`;
  }

  private backend(): Promise<Backend | undefined> {
    return backendOf(this.cluster, this.service, this.port);
  }

  /** Name of the ServiceAccount that the picker runs as. */
  private async ownAccount(): Promise<string> {
    const backend = (await this.backend()) ?? this.down('no ready pod behind it');
    const pod = await this.cluster.get(podsPath(backend.namespace, backend.pod));
    return pod.spec.serviceAccountName;
  }

  /** Undefined where the picker refuses to say. */
  private async fetch(): Promise<Sample[] | undefined> {
    const page = await (this.client === undefined ? this.throughApiServer() : this.throughTunnel(this.client));
    return page === undefined ? undefined : parseMetrics(page);
  }

  private async throughApiServer(): Promise<string | undefined> {
    const { namespace, pod, port } = (await this.backend()) ?? this.down('no ready pod behind it');
    try {
      return await this.cluster.text(podProxyPath(namespace, pod, port, '/metrics'));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.isOfBackend && [401, 403].includes(error.status)) return undefined;
      // The pod went between the two questions, or does not listen yet.
      if (error.status === 404 || error.status >= 500) this.down(error.problem.got);
      throw error;
    }
  }

  /** An API server keeps tokens to itself, so that they need a way around its proxy. */
  private async throughTunnel(client: Client): Promise<string | undefined> {
    const { status, body, failure } = await client.get('/metrics', { authorization: `Bearer ${this.token}` });
    if (status === 401 || status === 403) return undefined;
    return failure === undefined ? body : this.down(failure);
  }

  private down(got: string): never {
    throw new PickerDown(this.where, {
      code: 'LLMD-PICKER-DOWN',
      got,
      expected: 'a running endpoint picker',
      remedy: 'see `kubectl get pods` and `kubectl describe pod` for what keeps it from running',
    });
  }
}
