import { LlmdError, refuse } from '../../errors';
import type { Changes } from '../changes';
import { ApiError } from '../cluster/api-error';
import type { Cluster } from '../cluster/cluster';
import { type Backend, type OnFault, Tunnel } from '../cluster/tunnel';
import { parseMetrics, type Sample } from '../metrics';
import { Client } from '../traffic/client';
import { pause } from '../wait';
import { retried } from '../cluster/retried';
import { makeMetricsReader, tokenOf } from './metrics-reader';
import { podProxyPath, podsPath } from '../cluster/pods';
import { backendOf } from './service';

/** Milliseconds within which an API server must know a right that was just granted, and between two attempts. */
const GRANTED_WITHIN = 10_000;
const GRANT_PAUSE = 500;

/** The error that the endpoint picker's metrics port does not answer. This is normal while the picker restarts. */
class PickerUnavailable extends LlmdError {}

/**
 * The metrics of an endpoint picker. If the picker authenticates its callers, they are read with the token of a
 * ServiceAccount: the picker's own if it may read them, as in llm-d's charts, else one that is made for the exercise and
 * removed afterwards.
 */
export class PickerMetrics {
  /** Finds out whether the picker authenticates its callers. */
  static async open(cluster: Cluster, service: any, port: number): Promise<PickerMetrics> {
    const metrics = new PickerMetrics(cluster, service, port);
    metrics.authenticates = (await retried(() => metrics.fetch(), isUnavailable, cluster.signal)) === undefined;
    return metrics;
  }

  private authenticates = false;
  private token = '';
  private tunnel: Tunnel | undefined;
  private client: Client | undefined;

  private constructor(
    private readonly cluster: Cluster,
    private readonly service: any,
    private readonly port: number,
  ) {}

  /** Whether the picker authenticates its callers. */
  get requiresToken(): boolean {
    return this.authenticates;
  }

  /** Gets a token for the metrics, where one is required. */
  async authenticate(changes: Changes, onFault: OnFault): Promise<void> {
    if (!this.authenticates) return;
    this.tunnel = await Tunnel.open(this.cluster, () => this.backend(), onFault);
    this.client = new Client(this.tunnel.url, { signal: this.cluster.signal });
    this.token = await tokenOf(this.cluster, this.service.metadata.namespace, await this.ownAccount());
    if ((await this.fetch()) !== undefined) return;
    const { namespace } = this.service.metadata;
    const { signal } = this.cluster;
    this.token = await tokenOf(this.cluster, namespace, await makeMetricsReader(this.cluster, namespace, changes));
    for (
      const start = performance.now();
      performance.now() - start < GRANTED_WITHIN;
      await pause(GRANT_PAUSE, signal)
    ) {
      if ((await this.fetch()) !== undefined) return;
    }
    refuse(this.where, {
      code: 'LLMD-EPP-METRICS-AUTH',
      got: 'metrics that the picker keeps from a ServiceAccount that may `get /metrics`',
      expected: 'a picker that may create TokenReviews and SubjectAccessReviews',
      remedy: 'give its ServiceAccount these rights, or start it with --metrics-endpoint-auth=false',
    });
  }

  /** The metrics. Asked for again where the picker is down for a moment. */
  read(): Promise<Sample[]> {
    return retried(() => this.readNow(), isUnavailable, this.cluster.signal);
  }

  private async readNow(): Promise<Sample[]> {
    const samples = await this.fetch();
    if (samples !== undefined) return samples;
    throw new PickerUnavailable(this.where, {
      code: 'LLMD-EPP-METRICS-TOKEN',
      got: 'a token that the picker no longer accepts',
      expected: 'the metrics',
      remedy: 'begin the exercise again',
    });
  }

  /** The same as `read`, but undefined while the picker is down. */
  async readIfUp(): Promise<Sample[] | undefined> {
    try {
      return await this.readNow();
    } catch (error) {
      if (isUnavailable(error)) return undefined;
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
    const backend = (await this.backend()) ?? this.refuseUnavailable('no ready pod behind it');
    const pod = await this.cluster.get(podsPath(backend.namespace, backend.pod), 'spec.serviceAccountName');
    return pod.spec.serviceAccountName;
  }

  /** Reads the metrics once; undefined if the picker refuses. */
  private async fetch(): Promise<Sample[] | undefined> {
    const page = await (this.client === undefined ? this.throughApiServer() : this.throughTunnel(this.client));
    return page === undefined ? undefined : parseMetrics(page);
  }

  private async throughApiServer(): Promise<string | undefined> {
    const { namespace, pod, port } = (await this.backend()) ?? this.refuseUnavailable('no ready pod behind it');
    try {
      return await this.cluster.textIfUp(podProxyPath(namespace, pod, port, '/metrics'));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.isOfBackend && [401, 403].includes(error.status)) return undefined;
      // The pod was deleted between the two requests, or does not listen yet.
      if (error.status === 404 || error.status >= 500) this.refuseUnavailable(error.details.got);
      throw error;
    }
  }

  /** The proxy of an API server does not pass tokens on, so that a request with one needs a port-forward. */
  private async throughTunnel(client: Client): Promise<string | undefined> {
    const { status, body, failure } = await client.get('/metrics', { authorization: `Bearer ${this.token}` });
    if (status === 401 || status === 403) return undefined;
    return failure === undefined ? body : this.refuseUnavailable(failure);
  }

  private refuseUnavailable(got: string): never {
    throw new PickerUnavailable(this.where, {
      code: 'LLMD-EPP-DOWN',
      got,
      expected: 'a running endpoint picker',
      remedy: 'see `kubectl get pods` and `kubectl describe pod` for what keeps it from running',
    });
  }
}

function isUnavailable(error: unknown): boolean {
  return error instanceof PickerUnavailable;
}
