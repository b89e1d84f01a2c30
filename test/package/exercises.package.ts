import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import { SimulatedApiServer } from '../support/simulated-api-server';
import { SimulatedPool } from '../support/simulated-pool';
import { evaluate, packageFolder } from './installation';

/* Exercises of the packed package, which has the Kubernetes client and ECharts built in. */

test('an exercise runs on a pool, and its report has charts', async () => {
  const pool = await SimulatedPool.start();
  const server = await SimulatedApiServer.start(pool.paths);
  try {
    const outcome: unknown = await evaluate(
      'mjs',
      `import { loadDistribution, renderReport, withSession } from 'cdk8s-llm-d/exercises';
      await withSession({ pool: 'opt', url: '${pool.url}' }, async (session) => {
        const results = [await loadDistribution(session)];
        const target = await session.summary();
        const page = renderReport({ command: 'test', startedAt: new Date().toISOString(), target, results });
        console.log(JSON.stringify([results[0].passed, page.match(/<svg/g).length > 0]));
      });`,
      { KUBECONFIG: server.kubeconfig },
    );
    expect(outcome).toEqual([true, true]);
  } finally {
    await pool.stop();
    await server.stop();
  }
});

/** An API server whose pods send back what they get, in capitals. */
async function startEcho() {
  const http = createServer();
  new WebSocketServer({ server: http, handleProtocols: () => 'v4.channel.k8s.io' }).on('connection', (socket) => {
    // The first two bytes of a channel are the port.
    for (const channel of [0, 1]) socket.send(Buffer.from([channel, 80, 0]));
    socket.on('message', (data: Buffer) => {
      if (data.length > 1) {
        socket.send(Buffer.concat([data.subarray(0, 1), Buffer.from(data.subarray(1).toString().toUpperCase())]));
      }
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return { http, port: (http.address() as AddressInfo).port };
}

test('the built-in Kubernetes client forwards a port', async () => {
  const { http, port } = await startEcho();
  try {
    const chunks = join(packageFolder(), 'build', 'lib', 'chunks');
    const client = readdirSync(chunks).find((file) => file.startsWith('kubernetes-client'))!;
    const answer: unknown = await evaluate(
      'cjs',
      `const { PassThrough } = require('node:stream');
      const { KubeConfig, PortForward } = require(${JSON.stringify(join(chunks, client))});
      const config = new KubeConfig();
      config.loadFromClusterAndUser({ name: 'echo', server: 'http://127.0.0.1:${port}', skipTLSVerify: true }, { name: 'test' });
      const [input, output] = [new PassThrough(), new PassThrough()];
      output.once('data', (data) => { console.log(JSON.stringify(data.toString())); process.exit(); });
      new PortForward(config).portForward('default', 'pod', [80], output, null, input).then(() => input.write('hello'));`,
    );
    expect(answer).toBe('HELLO');
  } finally {
    http.closeAllConnections();
    http.close();
  }
});
