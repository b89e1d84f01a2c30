import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { LlmdError } from '../../errors';
import { isReady, POD_FIELDS, podsPath } from './pods';
import type { Cluster } from './cluster';
import type { PortForward } from './kubernetes-client';

/** The port of a pod. */
export interface Backend {
  readonly namespace: string;
  readonly pod: string;
  readonly port: number;
}

/** Milliseconds for which the pod behind a Service is taken to be the same. */
const MEMORY = 1000;

/** How a WebSocket says that all went well. */
const NORMAL_CLOSURE = 1000;

/** Is told when the way to a pod broke although the pod is there: what fails then says nothing about the pod. */
export type OnFault = (error: Error) => void;

/** A port of this machine that leads to a pod, through the API server: each connection to the pod that there is then. */
export class Tunnel {
  static async open(cluster: Cluster, find: () => Promise<Backend | undefined>, onFault: OnFault): Promise<Tunnel> {
    const client = await import('./kubernetes-client');
    const tunnel = new Tunnel(cluster, new client.PortForward(cluster.config), find, onFault);
    await new Promise<void>((resolve, reject) => {
      tunnel.server.once('error', reject);
      tunnel.server.listen(0, '127.0.0.1', resolve);
    });
    return tunnel;
  }

  private readonly server: Server = createServer((socket) => void this.connect(socket));
  private readonly sockets = new Set<Socket>();
  private backend: Promise<Backend | undefined> | undefined;
  private isClosed = false;

  private constructor(
    private readonly cluster: Cluster,
    private readonly forward: PortForward,
    private readonly find: () => Promise<Backend | undefined>,
    private readonly onFault: OnFault,
  ) {}

  /** For example `http://127.0.0.1:40123`. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Cuts all connections. */
  async close(): Promise<void> {
    this.isClosed = true;
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.sockets.forEach((socket) => socket.destroy());
    await closed;
  }

  private async connect(socket: Socket): Promise<void> {
    // It may have been on its way when the server closed, which would then wait for its end.
    if (this.isClosed) return void socket.destroy();
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    // A client that goes away is no error.
    socket.on('error', () => undefined);
    socket.pause();
    let backend: Backend | undefined;
    try {
      backend = await this.currentBackend();
      if (backend === undefined) return void socket.destroy();
      const { namespace, pod, port } = backend;
      const connection = await this.forward.portForward(namespace, pod, [port], socket, null, socket);
      const stream = typeof connection === 'function' ? connection() : connection;
      stream?.addEventListener('close', ({ code }: { code: number }) => {
        if (code === NORMAL_CLOSURE || socket.destroyed) return void socket.end();
        socket.destroy();
        void this.judge(backend!, `a WebSocket that closed with ${code}`);
      });
      socket.on('close', () => stream?.close());
      socket.resume();
    } catch (error) {
      this.backend = undefined;
      socket.destroy();
      if (backend === undefined) this.tell(error as Error);
      else await this.judge(backend, reasonOf(error));
    }
  }

  /** A pod that goes takes its connections with it, which is a diagnostic; anything else is a fault of the tunnel. */
  private async judge({ namespace, pod }: Backend, got: string): Promise<void> {
    try {
      const found = await this.cluster.find(podsPath(namespace, pod), ...POD_FIELDS);
      if (found === undefined || !isReady(found)) return;
    } catch (error) {
      return this.tell(error as Error);
    }
    const expected = 'a port-forward that lasts';
    const remedy =
      'see whether you may `create pods/portforward`, and start again, or say where requests go with --url';
    this.tell(new LlmdError(`pod ${namespace}/${pod}`, { code: 'LLMD-TUNNEL', got, expected, remedy }));
  }

  private tell(error: Error): void {
    if (!this.isClosed) this.onFault(error);
  }

  private currentBackend(): Promise<Backend | undefined> {
    if (this.backend === undefined) {
      this.backend = this.find();
      setTimeout(() => (this.backend = undefined), MEMORY).unref();
    }
    return this.backend;
  }
}

/** What a WebSocket that did not open says: an error, or an event that holds one. */
function reasonOf(error: unknown): string {
  const { message } = error as { message?: string };
  return message || 'a connection that did not open';
}
