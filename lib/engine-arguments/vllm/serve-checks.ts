import type { VllmCommandLine } from '../../catalogue/engines/vllm-command-line';
import type { Environment } from '../../text/command-line/environment';
import { hasUnknown } from '../../text/unknown-value';
import type { ReadFile } from './config-file';

/*
 * What `vllm serve` checks between the parser and the engine: validate_parsed_serve_args in
 * vllm/entrypoints/launchers/cli_args.py, and validate_multi_port_external_lb_args in dp_supervisor.py.
 */

/** The value of an option: null where there is none, undefined where it cannot be known here. */
export type Values = (dest: string) => any;

/** What surrounds the process. */
export interface Surroundings {
  readonly commandLine: VllmCommandLine;
  readonly environment: Environment;
  readonly file: ReadFile;
  /** Names of chat templates that vLLM contains. */
  readonly templates: readonly string[];
  /** Whether it is `vllm serve`, and not a module of Python. */
  readonly isSubcommand: boolean;
}

/** Options that do not go together. */
export interface Conflict {
  /** The options that it is about, by their names in vLLM; the violation is at the first one that is given. */
  readonly options: readonly string[];
  readonly message: string;
  readonly remedy: string;
}

interface Check extends Conflict {
  readonly fails: (values: Values, surroundings: Surroundings) => boolean;
}

/** The first conflict that vLLM would report. */
export function firstConflict(values: Values, surroundings: Surroundings): Conflict | undefined {
  return CHECKS.find(({ fails }) => fails(values, surroundings));
}

const MULTI_PORT = 'data_parallel_multi_port_external_lb';

/** Source: vllm/renderers/params.py of 0.33. */
const REASONING_EFFORTS: readonly string[] = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'];

const CHECKS: readonly Check[] = [
  {
    options: ['chat_template'],
    fails: (values, { file, templates }) => {
      const template: unknown = values('chat_template');
      if (typeof template !== 'string' || hasUnknown(template) || /[{}\n]/.test(template)) return false;
      return !templates.includes(template) && file(template) === null;
    },
    message: '--chat-template names a file that does not exist',
    remedy: 'mount the file there, or write the template itself',
  },
  ...grpcPortChecks(),
  {
    options: ['enable_auto_tool_choice'],
    fails: (values) => values('enable_auto_tool_choice') === true && isEmpty(values('tool_call_parser')),
    message: '--enable-auto-tool-choice stands without --tool-call-parser',
    remedy: "add --tool-call-parser with the parser of the model's family, for example hermes",
  },
  {
    options: ['enable_log_outputs'],
    fails: (values, { commandLine }) =>
      commandLine.logOutputsNeedRequests &&
      values('enable_log_outputs') === true &&
      values('enable_log_requests') === false,
    message: '--enable-log-outputs stands without --enable-log-requests',
    remedy: 'add --enable-log-requests',
  },
  {
    options: ['reasoning_effort_map'],
    fails: (values) => !isEffortMap(values('reasoning_effort_map') ?? {}),
    message: '--reasoning-effort-map is no JSON object of reasoning efforts and texts',
    remedy: `write an object whose keys are of ${REASONING_EFFORTS.join(', ')}`,
  },
  {
    options: ['sse_keep_alive_interval'],
    fails: (values) => values('sse_keep_alive_interval') < 0,
    message: '--sse-keep-alive-interval is below 0',
    remedy: 'write 0 for no comments, or a number of seconds',
  },
  {
    options: ['enable_per_request_metrics'],
    fails: (values) => values('enable_per_request_metrics') === true && values('disable_log_stats') === true,
    message: '--enable-per-request-metrics stands beside --disable-log-stats, which takes its figures away',
    remedy: 'take one of the two away',
  },
  ...multiPortChecks(),
];

function grpcPortChecks(): readonly Check[] {
  const usesPort = (values: Values) => typeof values('grpc_port') === 'number';
  const check = (fails: Check['fails'], message: string, remedy: string): Check => ({
    options: ['grpc_port'],
    fails: (values, surroundings) => usesPort(values) && fails(values, surroundings),
    message,
    remedy,
  });
  return [
    check(
      (values) => values('grpc') === true,
      '--grpc-port stands beside --grpc',
      'take --grpc-port away: --grpc serves on --port',
    ),
    check(
      (_, { environment, isSubcommand }) => {
        const rust = environment('VLLM_USE_RUST_FRONTEND');
        return !isSubcommand || rust === null || /^0*$/.test(rust ?? '1');
      },
      '--grpc-port stands without VLLM_USE_RUST_FRONTEND=1',
      'set that environment variable, or take --grpc-port away',
    ),
    check(
      (values) =>
        values('headless') === true || (values('api_server_count') <= 0 && values('api_server_count') !== null),
      '--grpc-port stands beside --headless or an --api-server-count below 1',
      'take --grpc-port away: no server is started',
    ),
    check(
      (values) => values(MULTI_PORT) === true,
      '--grpc-port stands beside --data-parallel-multi-port-external-lb, whose servers would share the port',
      'take --grpc-port away',
    ),
    check(
      (values) => !(values('grpc_port') >= 0 && values('grpc_port') <= 65535),
      '--grpc-port is no port',
      'write a number from 0 to 65535',
    ),
    check(
      (values) => values('grpc_port') !== 0 && values('grpc_port') === values('port') && isEmpty(values('uds')),
      '--grpc-port is the port of --port',
      'write another port',
    ),
  ];
}

function multiPortChecks(): readonly Check[] {
  const check = (fails: (values: Values) => boolean, message: string, remedy: string): Check => ({
    options: [MULTI_PORT],
    fails: (values) => values(MULTI_PORT) === true && fails(values),
    message: `--data-parallel-multi-port-external-lb ${message}`,
    remedy,
  });
  const size = (values: Values) => values('data_parallel_size');
  const local = (values: Values) => values('data_parallel_size_local');
  const start = (values: Values) => values('data_parallel_start_rank') ?? (values('node_rank') || 0) * local(values);
  return [
    check((values) => values('grpc') === true, 'stands beside --grpc', 'take --grpc away'),
    check((values) => !isEmpty(values('uds')) && values('uds') !== undefined, 'stands beside --uds', 'take --uds away'),
    check(
      (values) =>
        isKnown(values, 'ssl_keyfile', 'ssl_certfile') &&
        isEmpty(values('ssl_keyfile')) !== isEmpty(values('ssl_certfile')),
      'wants --ssl-keyfile and --ssl-certfile together',
      'add the other one',
    ),
    check(
      (values) => ![null, undefined, 1].includes(values('api_server_count')),
      'stands beside another --api-server-count than 1',
      'take --api-server-count away',
    ),
    check(
      (values) => typeof values('data_parallel_rank') === 'number',
      'stands beside --data-parallel-rank, which it sets for each server',
      'take --data-parallel-rank away',
    ),
    check(
      (values) => values('data_parallel_external_lb') === true || values('data_parallel_hybrid_lb') === true,
      'stands beside another way of load balancing',
      'take --data-parallel-external-lb and --data-parallel-hybrid-lb away',
    ),
    check((values) => size(values) < 2, 'wants --data-parallel-size of 2 or more', 'set it'),
    check(
      (values) => local(values) === null || local(values) < 2,
      'wants --data-parallel-size-local of 2 or more',
      'set it to the ranks of this pod',
    ),
    check(
      (values) => local(values) > size(values),
      'has more local ranks than ranks',
      'lower --data-parallel-size-local',
    ),
    check(
      (values) =>
        isKnown(values, 'data_parallel_size', 'data_parallel_size_local') && size(values) % local(values) !== 0,
      'wants --data-parallel-size to be a multiple of --data-parallel-size-local',
      'correct one of the two',
    ),
    check(
      (values) => isKnown(values, 'data_parallel_start_rank') && start(values) + local(values) > size(values),
      'has ranks above --data-parallel-size',
      'lower --data-parallel-start-rank or --node-rank',
    ),
    check(
      (values) => {
        const supervisor = values('data_parallel_supervisor_port') - values('port');
        return supervisor >= 0 && supervisor < local(values);
      },
      'has its --data-parallel-supervisor-port among the ports of its servers',
      'write another --data-parallel-supervisor-port',
    ),
  ];
}

function isEffortMap(map: unknown): boolean {
  return (
    typeof map === 'object' &&
    !Array.isArray(map) &&
    Object.entries(map!).every(([effort, text]) => REASONING_EFFORTS.includes(effort) && typeof text === 'string')
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '';
}

function isKnown(values: Values, ...options: readonly string[]): boolean {
  return options.every((option) => values(option) !== undefined);
}
