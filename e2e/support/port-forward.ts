import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

// kubectl would keep running after a test run is killed. This shell ends it as soon as its standard input is closed.
const KUBECTL_UNTIL_INPUT_ENDS =
  'exec 3<&0; kubectl "$@" & child=$!; (cat <&3 >/dev/null; kill $child 2>/dev/null) & wait $child';

/** A tunnel from a free local port to a Service or a pod. */
export class PortForward {
  /** Opens a tunnel, for example to `svc/vllm` or `pod/vllm-0`. */
  static async open(namespace: string, target: string, port: number): Promise<PortForward> {
    const args = ['port-forward', '-n', namespace, '--address=127.0.0.1', target, `:${port}`];
    const child = spawn('sh', ['-c', KUBECTL_UNTIL_INPUT_ENDS, 'sh', ...args], { stdio: 'pipe' });
    return new PortForward(child, await localUrl(child, args));
  }

  private readonly closed: Promise<unknown>;

  private constructor(
    private readonly child: ChildProcess,
    /** For example `http://127.0.0.1:40123`. */
    readonly url: string,
  ) {
    this.closed = once(child, 'close');
  }

  /** Ends the tunnel. */
  async close(): Promise<void> {
    this.child.stdin!.end();
    await this.closed;
  }
}

function localUrl(child: ChildProcess, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /Forwarding from 127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.on('exit', (code) => {
      child.stdin!.end();
      reject(new Error(`kubectl ${args.join(' ')} ended with ${code}: ${output}`));
    });
  });
}
