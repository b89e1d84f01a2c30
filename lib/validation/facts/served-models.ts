import { serveArguments } from '../../engine-arguments/vllm/serve-arguments';
import type { Environment } from '../../text/command-line/environment';
import { environmentOf } from './environment';
import { hasUnknown } from '../../text/unknown-value';
import { modelServerProgram, type ModelServerProgram } from './model-servers';
import { containersOf } from './pods';
import type { PodTemplate } from './pod-template';

/** Names under which requests reach a model. */
export type ServedNames = ReadonlySet<string>;

/** The names that a pod's model servers answer to. Undefined where that cannot be known from the manifest. */
export function servedModels(pod: PodTemplate): ServedNames | undefined {
  const programs = containersOf(pod).flatMap((container) => modelServerProgram(container) ?? []);
  const names = programs.map(namesOf);
  if (names.length === 0 || names.includes(undefined)) return undefined;
  return new Set(names.flatMap((list) => list!));
}

function namesOf({ container, program, args, isSubcommand }: ModelServerProgram): readonly string[] | undefined {
  if (args === undefined || args.some(({ text }) => hasUnknown(text))) return undefined;
  const words = args.map(({ text }) => text);
  const environment = environmentOf(container);
  return program === 'vllm' ? namesOfVllm(words, isSubcommand, environment) : namesOfSimulator(words, environment);
}

function namesOfVllm(
  words: readonly string[],
  isSubcommand: boolean,
  environment: Environment,
): readonly string[] | undefined {
  const { refusals, value, model } = serveArguments({ words, isSubcommand, environment });
  // Flags of another version do no harm; behind anything else the words cannot be told apart.
  const isRead = refusals.every(({ kind }) => kind === 'flag');
  const names: readonly string[] | null | undefined = value('served_model_name');
  const adapters: readonly any[] | null | undefined = value('lora_modules');
  if (!isRead || names === undefined || adapters === undefined || loadsAdapters(environment)) return undefined;
  const served = names?.length ? names : [model];
  if (served.some((name) => typeof name !== 'string')) return undefined;
  return [...(served as string[]), ...(adapters ?? []).flatMap((adapter) => adapter?.name ?? [])];
}

/** Whether it may load more adapters, under any name, while it runs. Source: envs.py of vLLM 0.32.0. */
function loadsAdapters(environment: Environment): boolean {
  const value = environment('VLLM_ALLOW_RUNTIME_LORA_UPDATING');
  return value === undefined || /^\s*(?:1|true)\s*$/i.test(value ?? '');
}

function namesOfSimulator(words: readonly string[], environment: Environment): readonly string[] | undefined {
  // A file may say anything.
  if (listAfter(words, 'config').length > 0) return undefined;
  const adapters = listAfter(words, 'lora-modules').map(adapterName);
  const served = listAfter(words, 'served-model-name');
  if (served.length > 0) return [...served, ...adapters];
  const model = listAfter(words, 'model')[0] ?? environment('SIM_MODEL') ?? undefined;
  return model === undefined ? undefined : [model, ...adapters];
}

/** The words after `--name` or `--name=`, up to the next flag: what pflag does not see, the simulator reads itself. */
function listAfter(words: readonly string[], name: string): readonly string[] {
  return words.flatMap((word, index) => {
    if (word.startsWith(`--${name}=`)) return [word.slice(name.length + 3)];
    if (word !== `--${name}`) return [];
    const rest = words.slice(index + 1);
    const end = rest.findIndex((value) => value.startsWith('--'));
    return end === -1 ? rest : rest.slice(0, end);
  });
}

function adapterName(json: string): string {
  try {
    return String(JSON.parse(json).name);
  } catch {
    return json;
  }
}
