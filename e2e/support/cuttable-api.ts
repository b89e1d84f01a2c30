import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kubectl } from './kubectl';

/** A proxy to the API server whose connections a test can cut, and a kubeconfig that uses it. */
export class CuttableApi {
  static async open(): Promise<CuttableApi> {
    const config = JSON.parse(await kubectl(['config', 'view', '--raw', '--minify', '--flatten', '-o', 'json']));
    const api = new CuttableApi(new URL(config.clusters[0].cluster.server));
    await new Promise<void>((resolve) => api.server.listen(0, '127.0.0.1', resolve));
    const { port } = api.server.address() as AddressInfo;
    const cluster = { server: `https://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true };
    writeFileSync(api.kubeconfig, JSON.stringify({ ...config, clusters: [{ ...config.clusters[0], cluster }] }));
    return api;
  }

  /** Path of the file. */
  readonly kubeconfig: string;
  private readonly folder = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-api-'));
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  private constructor({ hostname, port }: URL) {
    this.kubeconfig = join(this.folder, 'kubeconfig');
    this.server = createServer((socket) => {
      const upstream = connect(Number(port || 443), hostname);
      for (const [one, other] of [
        [socket, upstream],
        [upstream, socket],
      ]) {
        this.sockets.add(one);
        one.on('error', () => undefined).on('close', () => other.destroy());
        one.pipe(other);
      }
    });
  }

  /** Cuts the open connections. New ones are accepted. */
  cut(): void {
    this.sockets.forEach((socket) => socket.destroy());
    this.sockets.clear();
  }

  /** Cuts all connections and accepts no more. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.cut();
    await closed;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
