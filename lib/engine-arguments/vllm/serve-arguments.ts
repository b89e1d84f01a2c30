import type { VllmVersion } from '../../catalogue/engines/vllm';
import type { Environment } from '../../text/command-line/environment';
import { hasUnknown } from '../../text/unknown-value';
import { type CommandLine, isOpen, parseCommandLine, type Use } from './argparse';
import { type Argument, type Refusal, Refused } from './argument';
import { type ArgumentTable, argumentTable, turnsOff } from './argument-table';
import { insertConfigFile, type ReadFile } from './config-file';
import { joinDottedKeys, moveModelToFront, normalizeNames, refuseNamesWithoutModel } from './flexible-arguments';
import { refusalsOf } from './refusals';
import { firstConflict } from './serve-checks';
import { readValue } from './value';

/** A command line of vLLM, and what surrounds it. */
export interface ServeRequest {
  /** The words after `vllm serve`, or after the module of Python. An unknown part is `UNKNOWN`. */
  readonly words: readonly string[];
  /**
   * The version of vLLM.
   * @default - the default of this library
   */
  readonly version?: VllmVersion;
  /**
   * Whether it is `vllm serve`, and not the module of Python.
   * @default true
   */
  readonly isSubcommand?: boolean;
  /**
   * Environment variables.
   * @default - nothing is known of them
   */
  readonly environment?: Environment;
  /**
   * Files.
   * @default - nothing is known of them
   */
  readonly file?: ReadFile;
}

/** What vLLM understands of a command line. */
export interface ServeArguments {
  /** Why it would end at once; empty where it would go on to start its engine. */
  readonly refusals: readonly Refusal[];
  /** The options that stand there, in their order. */
  readonly uses: readonly Use[];
  /** A request for help: it prints that and ends. */
  readonly help?: Argument;
  /** The word in front, where the model stands. */
  readonly positional?: Argument;
  /** The value of an option by its name in vLLM: null where there is none, undefined where it cannot be known here. */
  readonly value: (dest: string) => any;
  /** The model that it loads. */
  readonly model: string | undefined;
}

/** Reads a command line as `vllm serve` does, up to the start of the engine. */
export function serveArguments(request: ServeRequest): ServeArguments {
  const table = argumentTable(request.version);
  const { commandLine, templates } = table;
  const { words, isSubcommand = true, environment = () => undefined, file = () => undefined } = request;
  try {
    let args: readonly Argument[] = words.map((text, at) => ({ text, at }));
    if (isSubcommand) {
      args = moveModelToFront(args, table);
      refuseNamesWithoutModel(args, table);
    }
    const withFile = insertConfigFile(args, isSubcommand, { file, table });
    const line = parseCommandLine(joinDottedKeys(normalizeNames(withFile.args, table)), table);
    const values = valuesOf(line, table);
    const refusals = [...refusalsOf(line, table)];
    const isWhole = withFile.isKnown && !line.extra.some(isOpen) && !line.unknown.some(isOpen);
    const value = (dest: string) =>
      values.has(dest) ? values.get(dest) : isWhole ? defaultOf(dest, table) : undefined;
    if (refusals.length === 0 && line.help === undefined) {
      const surroundings = { commandLine, environment, file, templates, isSubcommand };
      const conflict = firstConflict(value, surroundings);
      if (conflict !== undefined) refusals.push({ kind: 'conflict', at: placeOf(line, conflict.options), ...conflict });
    }
    return {
      refusals,
      uses: line.uses,
      help: line.help,
      positional: line.positional,
      value,
      model: modelOf(line, isSubcommand, value, table),
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refusals: [error.refusal], uses: [], value: () => undefined, model: undefined };
  }
}

/** The values of all options that stand there. A later use of an option wins. */
function valuesOf(line: CommandLine, table: ArgumentTable): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const { option, flag, values: given } of line.uses) {
    if (given === undefined) continue;
    if (option.type === undefined) {
      values.set(option.dest, !turnsOff(option, flag));
      continue;
    }
    const readings = given.map(({ text }) => readValue(table, option, text));
    const all = readings.map((reading) => ('value' in reading ? reading.value : undefined));
    // `--flag=--` is an empty list for argparse.
    values.set(option.dest, option.nargs === '+' || all.length === 0 ? all : all[0]);
  }
  return values;
}

function defaultOf(dest: string, { byDest }: ArgumentTable): unknown {
  const option = byDest.get(dest);
  // An option that this version does not have.
  if (option === undefined) return undefined;
  return option.type === undefined ? false : (option.default ?? null);
}

function placeOf({ uses }: CommandLine, options: readonly string[]): number {
  return uses.find(({ option }) => options.includes(option.dest))?.written.at ?? 0;
}

/** As a module of Python it reads `--model` alone, and does not look at the model in front. */
function modelOf(
  { positional }: CommandLine,
  isSubcommand: boolean,
  value: (dest: string) => any,
  table: ArgumentTable,
): string | undefined {
  const model: unknown = (isSubcommand ? positional?.text : undefined) ?? value('model');
  if (model === null) return table.model;
  return typeof model === 'string' && !hasUnknown(model) ? model : undefined;
}
