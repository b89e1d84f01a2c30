import { spawn } from 'node:child_process';
import { Drain, Engine, Model, type SimulatorOptions } from '../../lib';
import { SIMULATOR_CASES } from '../../test/support/simulator-cases';

/*
 * Asks the real simulator whether it starts with the arguments that Engine.simulator writes, and that it does not start
 * with those that Engine.simulator refuses. E2E_SIMULATOR is its path; it must be of the default version.
 */

test.each(Object.entries(SIMULATOR_CASES))('the simulator starts with %s', async (_, options) => {
  expect(await start(argumentsOf(options))).toContain('Server starting');
});

test.each([
  '--data-parallel-size=9',
  '--max-waiting-queue-length=0',
  '--max-request-body-size-mb=513',
  '--failure-injection-rate=101',
  '--failure-types=boom',
  '--mode=loud',
  '--latency-calculator=none',
  '--time-to-first-token-std-dev=1ms',
  '--time-factor-under-load=0.9',
  '--block-size=20',
  '--global-cache-hit-threshold=2',
  '--event-batch-size=0',
  '--max-cpu-loras=-1',
  '--min-tool-call-integer-param=101',
  '--fake-metrics={"kv-cache-usage":1.1}',
  '--fake-metrics={"running-requests":"ramp:0:10:5"}',
  '--fake-metrics={"prefix-cache-hits":1}',
  '--skip-tool-validation',
])('the simulator does not start with %s', async (argument) => {
  expect(await start([...argumentsOf({}), argument])).not.toContain('Server starting');
});

function argumentsOf(options: SimulatorOptions): readonly string[] {
  const adapters = [{ name: 'sql', source: 'org/sql-lora' }] as never;
  const model = Model.huggingFace('facebook/opt-125m');
  const request = { model, servedModelNames: ['opt', 'canary'], drain: Drain.of(), nodesPerReplica: 1, extraArgs: [] };
  return Engine.simulator(options).specify({ ...request, adapters, port: 18_765 }).args!;
}

/** What the simulator writes until it serves or ends. */
function start(args: readonly string[]): Promise<string> {
  const program = process.env.E2E_SIMULATOR;
  if (program === undefined) throw new Error('E2E_SIMULATOR must be the path of llm-d-inference-sim');
  const child = spawn(program, args, { env: { POD_IP: '127.0.0.1' } });
  let output = '';
  const read = (chunk: Buffer) => {
    output += chunk.toString();
    if (output.includes('Server starting')) child.kill('SIGKILL');
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });
}
