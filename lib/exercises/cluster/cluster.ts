import type { RequestOptions } from 'node:https';
import { LlmdError, refuse } from '../../errors';
import { firstLine } from '../../text/first-line';
import { ApiError } from './api-error';
import { ask, ClusterUnreachable, itemsOf, parsedAnswer } from './api-request';
import { readKubeconfig } from './kubeconfig';
import type { KubeConfig } from './kubernetes-client';
import { LaterSignal } from './later-signal';
import { retried } from './retried';

/** Under this name Kubernetes notes which fields are set here. */
export const FIELD_MANAGER = 'cdk8s-llm-d';

/** Statuses of an API server that is overloaded or starts. */
const TRANSIENT = [500, 502, 503, 504];

/** Milliseconds that a change under way has after an abort: what it made must be known, so that it can be undone. */
const GRACE = 500;

/** The API server of a context, spoken to as kubectl does it. */
export class Cluster {
  /**
   * Reads the kubeconfig.
   *
   * @param context the current one, if it is left out
   * @param signal ends requests early
   */
  static async open(context?: string, signal?: AbortSignal): Promise<Cluster> {
    const config = await readKubeconfig();
    // The client makes one up where there is no kubeconfig at all.
    const names = config.getContexts().flatMap(({ name }) => (name === 'loaded-context' ? [] : name));
    const name = context ?? config.getCurrentContext();
    if (!names.includes(name)) {
      refuse('kubeconfig', {
        code: 'LLMD-CONTEXT',
        got: context === undefined ? 'no current context' : `context ${JSON.stringify(name)}`,
        expected: names.length === 0 ? 'a kubeconfig with a context' : `one of ${names.join(', ')}`,
        remedy: names.length === 0 ? 'set KUBECONFIG, or make a cluster first' : 'name one of these with --context',
      });
    }
    config.setCurrentContext(name);
    return new Cluster(config, name, signal);
  }

  /** The namespace that kubectl would use. */
  readonly namespace: string;
  /**
   * For tunnels. Users' compilers need not find the types of the client.
   * @internal
   */
  readonly config: KubeConfig;
  private readonly server: URL;

  private constructor(
    config: KubeConfig,
    readonly context: string,
    /** Ends requests early. */
    readonly signal?: AbortSignal,
  ) {
    this.config = config;
    this.namespace = config.getContextObject(context)?.namespace ?? 'default';
    this.server = serverOf(config);
  }

  /** The same cluster for what must be done when the work was ended early, too. */
  get withoutSignal(): Cluster {
    return new Cluster(this.config, this.context);
  }

  /**
   * The object, or the list, at a path of the API.
   *
   * @param fields paths of the fields that it must have: `spec.ports[].port`, `status.conditions?[]`
   */
  async get(path: string, ...fields: readonly string[]): Promise<any> {
    return this.parsed('GET', path, await this.text(path), fields);
  }

  /** What is at a path of the API, as text. Asked again where the server is overloaded, or the connection breaks. */
  text(path: string): Promise<string> {
    return retried(() => this.send('GET', path), isTransient, this.signal);
  }

  /** The same as `text`, but not asked again for a 5xx: for what may be down as a part of an exercise. */
  textIfUp(path: string): Promise<string> {
    return retried(() => this.send('GET', path), isOfConnection, this.signal);
  }

  /** As `get`, but undefined where there is nothing. */
  async find(path: string, ...fields: readonly string[]): Promise<any> {
    try {
      return await this.get(path, ...fields);
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** The items of a list, each with these fields; undefined where the cluster does not have the kind. */
  async list(path: string, ...fields: readonly string[]): Promise<any[] | undefined> {
    const list = await this.find(path);
    return list === undefined ? undefined : itemsOf(this.context, `GET ${path}`, list, fields);
  }

  /** Makes what was not there. */
  async create(path: string, object: object, ...fields: readonly string[]): Promise<any> {
    return this.parsed('POST', path, await this.send('POST', path, JSON.stringify(object)), fields);
  }

  /** Changes an object by a merge patch. What the server answers beside the status is not read. */
  async patch(path: string, body: object): Promise<void> {
    const query = `${path}?fieldManager=${FIELD_MANAGER}`;
    await this.send('PATCH', query, JSON.stringify(body), 'merge-patch+json', true);
  }

  /**
   * Makes an object what it should be, as `kubectl apply --server-side` does.
   *
   * @param options `force` takes fields from other managers; `dryRun` changes nothing and returns what would be
   */
  async apply(path: string, object: object, options: { force?: boolean; dryRun?: boolean } = {}): Promise<any> {
    const { force = false, dryRun = false } = options;
    const query = `fieldManager=${FIELD_MANAGER}&force=${force}${dryRun ? '&dryRun=All' : ''}`;
    const answer = await this.send('PATCH', `${path}?${query}`, JSON.stringify(object), 'apply-patch+yaml');
    return this.parsed('PATCH', path, answer, ['metadata.name']);
  }

  /** @param graceSeconds the pod's own, if it is left out */
  async delete(path: string, graceSeconds?: number): Promise<void> {
    await this.send('DELETE', path, JSON.stringify({ gracePeriodSeconds: graceSeconds }), 'json', true);
  }

  private async send(method: string, path: string, body?: string, type = 'json', statusOnly = false): Promise<string> {
    this.signal?.throwIfAborted();
    const headers = {
      accept: 'application/json, text/plain, */*',
      'content-type': `application/${type}`,
      // Node does not write it for DELETE, whose body a server would not read then.
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    };
    const options: RequestOptions = { headers, signal: this.signal };
    await this.logIn(options);
    this.signal?.throwIfAborted();
    if (method === 'GET' || this.signal === undefined) {
      return ask(this.context, this.server, options, { method, path, body, signal: this.signal, statusOnly });
    }
    const later = new LaterSignal(this.signal, GRACE);
    const asked = ask(this.context, this.server, options, { method, path, body, signal: later.signal, statusOnly });
    return asked.finally(() => later.stop());
  }

  /** Adds what the kubeconfig says about the user. It may run a program, such as that of a cloud. */
  private async logIn(options: RequestOptions): Promise<void> {
    try {
      await this.config.applyToHTTPSOptions(options);
    } catch (error) {
      this.signal?.throwIfAborted();
      if (LlmdError.isLlmdError(error)) throw error;
      refuse(this.context, {
        code: 'LLMD-CLUSTER-LOGIN',
        got: `a login that failed: ${firstLine((error as Error).message)}`,
        expected: 'a user of the kubeconfig that can log in',
        remedy: 'log in again, as `kubectl get pods` would ask for',
      });
    }
  }

  private parsed(method: string, path: string, text: string, fields?: readonly string[]): any {
    return parsedAnswer(this.context, `${method} ${path}`, text, fields);
  }
}

function isTransient(error: unknown): boolean {
  return isOfConnection(error) || (error instanceof ApiError && TRANSIENT.includes(error.status));
}

/** Whether an error says nothing about what was asked for: 429, or a connection that broke. */
function isOfConnection(error: unknown): boolean {
  return error instanceof ApiError ? error.status === 429 : error instanceof ClusterUnreachable && error.isReset;
}

function serverOf(config: KubeConfig): URL {
  const { server } = config.getCurrentCluster() ?? {};
  if (server !== undefined && URL.canParse(server)) return new URL(server);
  return refuse('kubeconfig', {
    code: 'LLMD-KUBECONFIG',
    got: server === undefined ? 'a context without a cluster' : `the server ${firstLine(server)}`,
    expected: 'a cluster with an address such as https://10.0.0.1:6443',
    remedy: 'see `kubectl config view`',
  });
}
