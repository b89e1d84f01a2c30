import { UNKNOWN } from '../../../lib/text/unknown-value';
import { serveArguments } from '../../../lib/engine-arguments/vllm/serve-arguments';

/** The text of each file by its path; undefined where it is not known. */
const FILES: { readonly [path: string]: string | undefined } = {
  '/there.jinja': '{{ x }}',
  '/unknown.jinja': undefined,
};
const RUST = { VLLM_USE_RUST_FRONTEND: '1' };
const PARALLEL = '--data-parallel-multi-port-external-lb --data-parallel-size 4 --data-parallel-size-local 2';

function conflict(
  line: string,
  environment: { readonly [name: string]: string | undefined } = {},
  isSubcommand = true,
): string | undefined {
  const { refusals } = serveArguments({
    words: ['opt', ...line.split(' ')],
    isSubcommand,
    environment: (name) => (name in environment ? environment[name] : null),
    file: (path) => (path in FILES ? FILES[path] : null),
  });
  expect(refusals.length).toBeLessThan(2);
  return refusals[0] && `${refusals[0].kind}@${refusals[0].at}: ${refusals[0].message}`;
}

test.each([
  ['--enable-auto-tool-choice --tool-call-parser hermes'],
  [`--enable-auto-tool-choice --tool-call-parser ${UNKNOWN}`],
  ['--no-enable-auto-tool-choice'],
  ['--enable-log-outputs --enable-log-requests'],
  ['--sse-keep-alive-interval 0'],
  ['--enable-per-request-metrics'],
  ['--disable-log-stats'],
  ['--chat-template {{x}}'],
  ['--chat-template template_chatml.jinja'],
  ['--chat-template /there.jinja'],
  ['--chat-template /unknown.jinja'],
  [`--chat-template ${UNKNOWN}`],
  ['--chat-template None'],
  [PARALLEL],
  [`${PARALLEL} --api-server-count 1 --data-parallel-start-rank 2 --ssl-keyfile a --ssl-certfile b`],
  [`${PARALLEL} --data-parallel-start-rank ${UNKNOWN} --node-rank 9 --ssl-keyfile ${UNKNOWN}`],
  ['--data-parallel-size 1 --uds /a --grpc'],
])('%s', (line) => expect(conflict(line)).toBeUndefined());

test.each([
  ['--enable-auto-tool-choice', 1, '--enable-auto-tool-choice stands without --tool-call-parser'],
  ['--tool-call-parser= --enable-auto-tool-choice', 2, '--enable-auto-tool-choice stands without --tool-call-parser'],
  ['--enable-log-outputs', 1, '--enable-log-outputs stands without --enable-log-requests'],
  ['--sse-keep-alive-interval -1', 1, '--sse-keep-alive-interval is below 0'],
  [
    '--enable-per-request-metrics --disable-log-stats',
    1,
    '--enable-per-request-metrics stands beside --disable-log-stats, which takes its figures away',
  ],
  ['--chat-template /missing.jinja', 1, '--chat-template names a file that does not exist'],
  ['--grpc-port 50', 1, '--grpc-port stands without VLLM_USE_RUST_FRONTEND=1'],
])('%s', (line, at, message) => expect(conflict(line)).toBe(`conflict@${at}: ${message}`));

test.each<[string, string | undefined]>([
  ['--grpc-port 50', undefined],
  ['--grpc-port 0 --port 0', undefined],
  ['--grpc-port 8000 --uds /a', undefined],
  ['--grpc-port 50 --grpc', '--grpc-port stands beside --grpc'],
  ['--grpc-port 50 --headless', '--grpc-port stands beside --headless or an --api-server-count below 1'],
  ['--grpc-port 50 --api-server-count 0', '--grpc-port stands beside --headless or an --api-server-count below 1'],
  [
    '--grpc-port 50 --data-parallel-multi-port-external-lb',
    '--grpc-port stands beside --data-parallel-multi-port-external-lb, whose servers would share the port',
  ],
  ['--grpc-port 65536', '--grpc-port is no port'],
  ['--grpc-port -1', '--grpc-port is no port'],
  ['--grpc-port 8000', '--grpc-port is the port of --port'],
])('with the Rust frontend: %s', (line, message) => {
  expect(conflict(line, RUST)).toBe(message && `conflict@1: ${message}`);
});

test('the Rust frontend is for `vllm serve`, and may be on by a variable of unknown value', () => {
  const needed = 'conflict@1: --grpc-port stands without VLLM_USE_RUST_FRONTEND=1';
  expect(conflict('--grpc-port 50', RUST, false)).toBe(needed);
  expect(conflict('--grpc-port 50', { VLLM_USE_RUST_FRONTEND: '0' })).toBe(needed);
  expect(conflict('--grpc-port 50', { VLLM_USE_RUST_FRONTEND: undefined })).toBeUndefined();
});

test.each([
  [`${PARALLEL} --grpc`, 'stands beside --grpc'],
  [`${PARALLEL} --uds /a`, 'stands beside --uds'],
  [`${PARALLEL} --ssl-keyfile a`, 'wants --ssl-keyfile and --ssl-certfile together'],
  [`${PARALLEL} --ssl-certfile a`, 'wants --ssl-keyfile and --ssl-certfile together'],
  [`${PARALLEL} --api-server-count 2`, 'stands beside another --api-server-count than 1'],
  [`${PARALLEL} --data-parallel-rank 0`, 'stands beside --data-parallel-rank, which it sets for each server'],
  [`${PARALLEL} --data-parallel-external-lb`, 'stands beside another way of load balancing'],
  [`${PARALLEL} -dph`, 'stands beside another way of load balancing'],
  ['-dpm', 'wants --data-parallel-size of 2 or more'],
  ['-dpm -dp 2', 'wants --data-parallel-size-local of 2 or more'],
  ['-dpm -dp 2 -dpl 1', 'wants --data-parallel-size-local of 2 or more'],
  ['-dpm -dp 2 -dpl 4', 'has more local ranks than ranks'],
  ['-dpm -dp 5 -dpl 2', 'wants --data-parallel-size to be a multiple of --data-parallel-size-local'],
  [`${PARALLEL} --data-parallel-start-rank 3`, 'has ranks above --data-parallel-size'],
  [`${PARALLEL} --node-rank 2`, 'has ranks above --data-parallel-size'],
  [
    `${PARALLEL} --data-parallel-supervisor-port 8001`,
    'has its --data-parallel-supervisor-port among the ports of its servers',
  ],
  [
    `${PARALLEL} --data-parallel-supervisor-port 8000`,
    'has its --data-parallel-supervisor-port among the ports of its servers',
  ],
])('%s', (line, message) => {
  expect(conflict(line)).toBe(`conflict@1: --data-parallel-multi-port-external-lb ${message}`);
});

test('a supervisor may stand right above or below its servers', () => {
  expect(conflict(`${PARALLEL} --data-parallel-supervisor-port 8002`)).toBeUndefined();
  expect(conflict(`${PARALLEL} --data-parallel-supervisor-port 7999`)).toBeUndefined();
});
