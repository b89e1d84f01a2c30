import { YAMLException } from 'js-yaml';
import { readPythonYaml } from '../../text/yaml/python';
import { type Argument, Refused } from './argument';
import type { ArgumentTable } from './argument-table';

/** A file as far as the manifest tells: its text, null where there is none, undefined where that is not known. */
export type ReadFile = (path: string) => string | null | undefined;

/** A command line with the options of its `--config` file in it. */
export interface WithConfigFile {
  readonly args: readonly Argument[];
  /** False where there is a file whose text is not known. */
  readonly isKnown: boolean;
}

/**
 * Puts the options of `--config FILE` into the command line, as vLLM does: behind the model, before the options that
 * stand there already and win. `--config=FILE` is another thing: vLLM does not read that file.
 */
export function insertConfigFile(args: readonly Argument[], isSubcommand: boolean, read: Reader): WithConfigFile {
  const index = args.findIndex(({ text }) => text === '--config');
  if (index === -1) return { args, isKnown: true };
  const { at } = args[index];
  const file = args[index + 1];
  if (file === undefined) throw refused(at, '--config stands without a file', 'write --config FILE.yaml');
  const again = args.findIndex(({ text }, other) => other > index && text === '--config');
  if (again !== -1) throw refused(args[again].at, '--config stands twice', 'put all options into one file');

  const options = optionsOf(file.text, at, read);
  const isKnown = options !== undefined;
  const before = args.slice(0, index);
  const after = args.slice(index + 2);
  if (!isSubcommand && !args[0].text.startsWith('-')) {
    // Without a subcommand vLLM takes the first word for one.
    return { args: [args[0], ...(options ?? []), ...args.slice(1, index), ...after], isKnown };
  }
  const hasModel = isSubcommand && !args[0].text.startsWith('-');
  if (isSubcommand && !hasModel && isKnown && !options.some(({ text }) => text === '--model')) {
    throw refused(at, `no model stands on the command line or in ${file.text}`, 'write the model after `vllm serve`');
  }
  const model = hasModel ? 1 : 0;
  return { args: [...before.slice(0, model), ...(options ?? []), ...before.slice(model), ...after], isKnown };
}

/** How a file is read, and which options there are. */
export interface Reader {
  readonly file: ReadFile;
  readonly table: ArgumentTable;
}

function optionsOf(file: string, at: number, { file: readFile, table }: Reader): readonly Argument[] | undefined {
  if (!/\.ya?ml$/.test(file)) {
    throw refused(at, `--config names ${file}, which is no .yaml or .yml file`, 'name a YAML file');
  }
  const text = readFile(file);
  if (text === undefined) return undefined;
  if (text === null) throw refused(at, `--config names ${file}, which does not exist`, 'mount the file there');
  let config: unknown;
  try {
    config = readPythonYaml(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = error.mark === undefined ? '' : ` on line ${error.mark.line + 1}`;
    throw refused(at, `${file} is no YAML${line}: ${error.reason}`, 'correct the file');
  }
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    throw refused(at, `${file} holds no options`, 'write `option: value` lines');
  }
  return Object.entries(config).flatMap(([key, value]) =>
    wordsOf(key, value, table).map((word) => ({ text: word, at })),
  );
}

function wordsOf(key: string, value: unknown, { byFlag, commandLine }: ArgumentTable): readonly string[] {
  if (value === true) return [`--${key}`];
  if (value === false) return commandLine.negatesInConfigFile && byFlag.has(`--no-${key}`) ? [`--no-${key}`] : [];
  if (Array.isArray(value)) return value.length === 0 ? [] : [`--${key}`, ...value.map(asText)];
  return [`--${key}`, asText(value)];
}

function asText(value: unknown): string {
  if (value === null) return 'None';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function refused(at: number, message: string, remedy: string): Refused {
  return new Refused({ kind: 'value', at, message, remedy });
}
