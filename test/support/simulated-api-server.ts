import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Cluster } from '../../lib/exercises/cluster/cluster';

/**
 * An object or a text, which is answered with status 200, or the status of a refusal. An object of the kind `Status` is
 * a refusal with details, whose status is its `code`.
 */
export type Reply = object | string | number;

/** Replies to the requests to one path, at once or later. */
export type Handler = (method: string, body: string, query: URLSearchParams) => Reply | Promise<Reply>;

/** A handler that never replies. */
export const HANG: Handler = () => new Promise(() => undefined);

/** Replies, or handlers, by path. A path with a query comes before the same path without one. */
export interface Paths {
  readonly [path: string]: Reply | Handler;
}

/** A set of paths that cannot be listed. */
export interface Responder {
  /** The reply, or the handler, for a path; undefined if it has none. */
  at(path: string): Reply | Handler | undefined;
}

/**
 * A simulated API server, and a kubeconfig with which programs find it. Its replies come from the test: paths, or a
 * responder such as `SimulatedObjects`. All other paths are not found.
 */
export class SimulatedApiServer {
  /** Starts a server. Where two of its sources have a path, the later one counts. */
  static async start(...sources: readonly (Paths | Responder)[]): Promise<SimulatedApiServer> {
    const server = new SimulatedApiServer(sources.toReversed());
    await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
    server.writeKubeconfig();
    return server;
  }

  /** The requests so far, as `GET /version`. */
  readonly requests: string[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-api-'));
  /** Path of the kubeconfig, whose context is `simulated`. */
  readonly kubeconfig = join(this.folder, 'kubeconfig');
  private readonly http: Server;

  private constructor(private readonly sources: readonly (Paths | Responder)[]) {
    this.http = createServer((request, response) => {
      void text(request).then(async (body) => {
        this.requests.push(`${request.method} ${request.url}`);
        const reply = await this.reply(request, body);
        const { kind, code } = reply as { kind?: string; code?: number };
        const status = typeof reply === 'number' ? reply : kind === 'Status' ? code! : 200;
        const answer = typeof reply === 'number' ? { kind: 'Status', message: `simulated ${reply}` } : reply;
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
      });
    });
  }

  /** Stops answering. The kubeconfig stays. */
  async close(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  /** Stops answering and removes the kubeconfig. */
  async stop(): Promise<void> {
    rmSync(this.folder, { recursive: true });
    await this.close();
  }

  private reply({ method, url }: IncomingMessage, body: string): Reply | Promise<Reply> {
    const { pathname, searchParams, search } = new URL(url!, 'http://api');
    for (const path of [pathname + decodeURIComponent(search), pathname]) {
      for (const source of this.sources) {
        const found = isResponder(source) ? source.at(path) : source[path];
        if (typeof found === 'function') return (found as Handler)(method!, body, searchParams);
        if (found !== undefined) return found;
      }
    }
    return 404;
  }

  private writeKubeconfig(): void {
    const server = `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
    const config = {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'simulated',
      contexts: [{ name: 'simulated', context: { cluster: 'simulated', user: 'test' } }],
      clusters: [{ name: 'simulated', cluster: { server, 'insecure-skip-tls-verify': true } }],
      users: [{ name: 'test', user: {} }],
    };
    writeFileSync(this.kubeconfig, JSON.stringify(config));
  }
}

function isResponder(source: Paths | Responder): source is Responder {
  return typeof source.at === 'function';
}

/** Does some work with a client of a simulated API server. */
export async function withCluster<Result>(
  sources: readonly (Paths | Responder)[],
  work: (cluster: Cluster) => Promise<Result>,
): Promise<Result> {
  const server = await SimulatedApiServer.start(...sources);
  process.env.KUBECONFIG = server.kubeconfig;
  try {
    return await work(await Cluster.open());
  } finally {
    await server.stop();
  }
}
