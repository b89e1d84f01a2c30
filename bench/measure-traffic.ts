import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { ROOT } from '../scripts/support/root';
import { node } from './child';
import { medians, ROUNDS, type Step } from './samples';

/** What the client of the exercises can do, against a server on the same machine that does next to nothing. */
export interface TrafficCost {
  readonly requestsPerSecond: number;
  readonly peakRssMegabytes: number;
}

const REQUESTS = '20000';
const WIDTH = '64';

/** Measures the client alone: it must never be what limits an exercise. */
export async function trafficCost(step: Step): Promise<TrafficCost> {
  await build({
    entryPoints: [join(ROOT, 'lib/exercises/traffic/client.ts')],
    outfile: join(ROOT, 'build/bench/client.js'),
    bundle: true,
    platform: 'node',
    logLevel: 'warning',
  });
  const server = spawn(process.execPath, ['bench/trivial-server.js'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [port] = (await once(createInterface(server.stdout), 'line')) as [string];
    const samples: TrafficCost[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      await step(`round ${round} of ${ROUNDS}: ${REQUESTS} requests of the exercises' client`, async () => {
        const cost = await node('bench/traffic.js', `http://127.0.0.1:${port}`, REQUESTS, WIDTH);
        samples.push({ requestsPerSecond: Number(cost.stdout), peakRssMegabytes: cost.peakRssMegabytes });
      });
    }
    return medians(samples, 'requestsPerSecond', 'peakRssMegabytes');
  } finally {
    server.kill();
  }
}
