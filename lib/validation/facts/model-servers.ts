import { commandLine } from './command-line';
import type { Word } from '../../text/command-line/word';
import type { Container } from './pods';
import { afterLast, before } from '../../text/parts';

/** A program that serves models over vLLM's API, and its arguments. */
export interface ModelServerProgram {
  readonly container: Container;
  /** llm-d-inference-sim takes a few of vLLM's flags, and others of its own. */
  readonly program: 'vllm' | 'simulator';
  /** Whether vLLM is started as `vllm serve`, and not as a module of Python. */
  readonly isSubcommand: boolean;
  /** What the program itself is given, `vllm serve` not included. Undefined where a script decides it. */
  readonly args: readonly Word[] | undefined;
}

// Kinds whose pods end, for example after they have downloaded a model with the image of vLLM.
const ENDS: readonly string[] = ['Job', 'CronJob'];

const SIMULATOR = 'llm-d-inference-sim';
const VLLM_IMAGE = /^(?:vllm-(?:openai|cpu|tpu|neuron|rocm|xpu|ascend)|llm-d-(?:cuda|cpu|xpu|rocm|hpu|aws|gke)|llm-d$)/;

/** What a container serves models with; undefined for any other container. */
export function modelServerProgram(container: Container): ModelServerProgram | undefined {
  if (container.role === 'init' || ENDS.includes(container.pod.resource.kind)) return undefined;
  const image = repositoryName(container.container.image ?? '');
  const hasCommand = (container.container.command ?? []).length > 0;
  const line = commandLine(container);
  if (image === SIMULATOR) {
    return { container, program: 'simulator', isSubcommand: false, args: hasCommand ? line?.slice(1) : line };
  }
  const vllm = { container, program: 'vllm', isSubcommand: true } as const;
  const isVllmImage = VLLM_IMAGE.test(image);
  if (line === undefined) return isVllmImage ? { ...vllm, args: undefined } : undefined;
  const start = START.find(({ words }) => words.every((word, index) => word.test(line[index]?.text ?? '')));
  if (start !== undefined) return { ...vllm, isSubcommand: start.isSubcommand, args: line.slice(start.words.length) };
  return isVllmImage && !hasCommand ? { ...vllm, args: line } : undefined;
}

/** Last part of an image's name: `vllm-openai` of `docker.io/vllm/vllm-openai:v0.32.0`. */
export function repositoryName(image: string): string {
  return before(afterLast(before(image, '@'), '/'), ':');
}

const START: readonly { readonly words: readonly RegExp[]; readonly isSubcommand: boolean }[] = [
  { words: [/(?:^|\/)vllm$/, /^serve$/], isSubcommand: true },
  { words: [/(?:^|\/)python[\d.]*$/, /(?:^|\/)vllm$/, /^serve$/], isSubcommand: true },
  { words: [/(?:^|\/)python[\d.]*$/, /^-m$/, /^vllm\.entrypoints\.openai\.api_server$/], isSubcommand: false },
];
