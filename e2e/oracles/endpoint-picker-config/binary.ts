import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { serveKinds } from './api-server';

/** Whether an endpoint picker starts with a configuration. */
export interface Verdict {
  readonly starts: boolean;
  /** Its error where it does not start. */
  readonly reason: string;
}

/** The message about the manager, which comes after everything in the configuration has been built. */
const STARTS = 'Controller manager starting';
const FLAGS = [
  ...['--pool-name=pool', '--pool-namespace=default', '--secure-serving=false', '--tracing=false'],
  ...['--metrics-endpoint-auth=false', '--v=1'],
];
const PATIENCE = 30_000;

/** An endpoint picker, as a program that can be asked. */
export class Binary {
  static async at(path: string): Promise<Binary> {
    const { address, server } = await serveKinds();
    return new Binary(path, server, mkdtempSync(join(tmpdir(), 'epp-config-')), address);
  }

  private asked = 0;

  private constructor(
    private readonly path: string,
    private readonly server: Server,
    private readonly folder: string,
    address: string,
  ) {
    const cluster = { name: 'kinds', cluster: { server: address } };
    const context = { name: 'kinds', context: { cluster: 'kinds', user: 'test' } };
    const users = [{ name: 'test', user: {} }];
    const config = { kind: 'Config', clusters: [cluster], contexts: [context], users, 'current-context': 'kinds' };
    writeFileSync(join(folder, 'kubeconfig'), JSON.stringify(config));
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
    rmSync(this.folder, { recursive: true });
  }

  /** Starts it with a configuration, and stops it as soon as its output shows the result. */
  ask(text: string): Promise<Verdict> {
    const file = join(this.folder, `${this.asked++}.yaml`);
    writeFileSync(file, text);
    const env = { ...process.env, KUBECONFIG: join(this.folder, 'kubeconfig') };
    const child = spawn(this.path, [...FLAGS, `--config-file=${file}`], {
      env,
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
    });
    return new Promise((resolve, reject) => {
      let reason = '';
      let starts = false;
      const listen = (line: string) => {
        starts ||= line.includes(STARTS);
        reason = errorIn(line) ?? reason;
        if (starts) child.kill('SIGKILL');
      };
      createInterface(child.stdout).on('line', listen);
      createInterface(child.stderr).on('line', listen);
      child.on('error', reject);
      child.on('close', (_code, signal) => {
        rmSync(file);
        if (!starts && signal !== null)
          reject(new Error(`${this.path} printed nothing for ${PATIENCE} ms to:\n${text}`));
        else resolve({ starts, reason });
      });
    });
  }
}

function errorIn(line: string): string | undefined {
  if (/^panic: /.test(line)) return line;
  try {
    const { level, msg, error } = JSON.parse(line) as { level?: string; msg?: string; error?: string };
    return level === 'error' ? `${msg}: ${error}` : undefined;
  } catch {
    return undefined;
  }
}
