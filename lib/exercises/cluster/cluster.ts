import { request } from 'node:https';
import { request as plainRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { LlmdError, refuse } from '../../errors';
import { ApiError } from './api-error';
import type { KubeConfig } from './kubernetes-client';

/** Milliseconds that an API server may take for an answer. */
const DEADLINE = 15_000;

/** The API server of a context, spoken to as kubectl does it. */
export class Cluster {
  /**
   * Reads the kubeconfig.
   *
   * @param context the current one, if it is left out
   */
  static async open(context?: string): Promise<Cluster> {
    const { KubeConfig } = await import('./kubernetes-client');
    const config = new KubeConfig();
    try {
      config.loadFromDefault();
    } catch (error) {
      const got = `a kubeconfig that cannot be read: ${(error as Error).message}`;
      refuse('kubeconfig', { code: 'LLMD-KUBECONFIG', got, expected: 'YAML', remedy: 'see `kubectl config view`' });
    }
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
    return new Cluster(config, name);
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
  ) {
    this.config = config;
    this.namespace = config.getContextObject(context)?.namespace ?? 'default';
    this.server = new URL(config.getCurrentCluster()!.server);
  }

  /** The object, or the list, at a path of the API. */
  async get(path: string): Promise<any> {
    return JSON.parse(await this.text(path));
  }

  /** What is at a path of the API, as text. */
  text(path: string): Promise<string> {
    return this.send('GET', path);
  }

  /** As `get`, but undefined where there is nothing. */
  async find(path: string): Promise<any> {
    try {
      return await this.get(path);
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** The items of a list; undefined where the cluster does not have the kind. */
  async list(path: string): Promise<any[] | undefined> {
    return (await this.find(path))?.items;
  }

  /** Makes what was not there. */
  async create(path: string, object: object): Promise<any> {
    return JSON.parse(await this.send('POST', path, JSON.stringify(object)));
  }

  /** Changes an object by a merge patch. */
  async patch(path: string, body: object): Promise<any> {
    return JSON.parse(await this.send('PATCH', path, JSON.stringify(body), 'merge-patch+json'));
  }

  /**
   * Makes an object what it should be, as `kubectl apply --server-side` does.
   *
   * @param options `force` takes fields from other managers; `dryRun` changes nothing and returns what would be
   */
  async apply(path: string, object: object, options: { force?: boolean; dryRun?: boolean } = {}): Promise<any> {
    const { force = false, dryRun = false } = options;
    const query = `fieldManager=cdk8s-llm-d&force=${force}${dryRun ? '&dryRun=All' : ''}`;
    return JSON.parse(await this.send('PATCH', `${path}?${query}`, JSON.stringify(object), 'apply-patch+yaml'));
  }

  /** @param graceSeconds the pod's own, if it is left out */
  async delete(path: string, graceSeconds?: number): Promise<void> {
    await this.send('DELETE', path, JSON.stringify({ gracePeriodSeconds: graceSeconds }));
  }

  private async send(method: string, path: string, body?: string, type = 'json'): Promise<string> {
    const { protocol, hostname, port, pathname } = this.server;
    const options = { method, hostname, port, path: `${pathname.replace(/\/$/, '')}${path}`, timeout: DEADLINE };
    const headers = { accept: 'application/json, text/plain, */*', 'content-type': `application/${type}` };
    const authorized = { ...options, headers };
    await this.config.applyToHTTPSOptions(authorized);
    return new Promise((resolve, reject) => {
      const send = protocol === 'http:' ? plainRequest : request;
      const sent = send(authorized, (response) => {
        const { statusCode = 0 } = response;
        text(response).then(
          (answer) =>
            statusCode < 400
              ? resolve(answer)
              : reject(new ApiError(this.context, `${method} ${path}`, statusCode, answer)),
          reject,
        );
      });
      sent.on('timeout', () => sent.destroy(new Error(`no answer within ${DEADLINE / 1000} s`)));
      sent.on('error', (error) => reject(this.unreachable(error)));
      sent.end(body);
    });
  }

  private unreachable(error: Error): Error {
    return new LlmdError(this.context, {
      code: 'LLMD-CLUSTER',
      got: error.message || (error as NodeJS.ErrnoException).code || 'no answer',
      expected: `an API server at ${this.server.href}`,
      remedy: 'start the cluster, or name another context with --context',
    });
  }
}
