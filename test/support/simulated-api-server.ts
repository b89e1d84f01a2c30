import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** An object, a text, or a status that a simulated API server refuses with. */
type Found = object | string | number;

/** What answers requests to a path. */
export type Handler = (method: string, body: string, query: URLSearchParams) => Found;

/** What is at the paths of a simulated API server. */
export interface Paths {
  readonly [path: string]: Found | Handler;
}

/** A simulated API server and a kubeconfig that leads to it. It knows what a test says, and nothing else. */
export class SimulatedApiServer {
  static async start(paths: Paths): Promise<SimulatedApiServer> {
    const server = createServer((request, response) => {
      void text(request).then((body) => respond(request, response, body));
    });
    const respond = (request: IncomingMessage, response: ServerResponse, body: string) => {
      const { pathname, searchParams } = new URL(request.url!, 'http://api');
      const there = paths[pathname] ?? 404;
      const found: Found =
        typeof there === 'function' ? (there as Handler)(request.method!, body, searchParams) : there;
      const status = typeof found === 'number' ? found : 200;
      const answer = typeof found === 'number' ? { kind: 'Status', message: `simulated ${found}` } : found;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    };
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new SimulatedApiServer(server);
  }

  /** Path of the file. */
  readonly kubeconfig: string;
  private readonly folder = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-api-'));

  private constructor(private readonly server: Server) {
    const { port } = server.address() as AddressInfo;
    this.kubeconfig = join(this.folder, 'kubeconfig');
    writeFileSync(
      this.kubeconfig,
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        'current-context': 'simulated',
        contexts: [{ name: 'simulated', context: { cluster: 'simulated', user: 'nobody' } }],
        clusters: [
          { name: 'simulated', cluster: { server: `http://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true } },
        ],
        users: [{ name: 'nobody', user: {} }],
      }),
    );
  }

  /** Answers no more; the kubeconfig stays. */
  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async stop(): Promise<void> {
    rmSync(this.folder, { recursive: true });
    await this.close();
  }
}
