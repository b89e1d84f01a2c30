import { readFileSync } from 'node:fs';
import { imported } from '../../api-server/imports';
import { DEFAULT_VLLM } from '../../catalogue/engines/vllm';

/** How vLLM reads the text of a value. */
export type ValueType =
  | 'str'
  | 'int'
  | 'float'
  /** `1k` is 1000 and `1K` is 1024. */
  | 'humanInt'
  /** The same, or `auto`. */
  | 'humanIntOrAuto'
  | 'json'
  /** JSON where it looks like an object, else plain text. */
  | 'jsonOrStr'
  /** Lower case, `_` for `-`. */
  | 'lowered'
  /** JSON of one of `configs`. */
  | 'config'
  /** `name=path`, or JSON. */
  | 'lora';

/** An option of `vllm serve`. */
export interface Option {
  /** All spellings; the main one first. */
  readonly flags: readonly string[];
  /** Name of the value in vLLM: the main flag with underscores. */
  readonly dest: string;
  /** Undefined for a switch, which takes no value. */
  readonly type?: ValueType;
  /** `?`: it may stand without a value. `+`: it takes one or more. */
  readonly nargs?: '?' | '+';
  /** Whether an empty value and `None` mean that there is none. */
  readonly optional?: boolean;
  readonly choices?: readonly (string | number)[];
  readonly default?: number;
  /** What the engine demands when it starts. The parser does not ask for it. */
  readonly bounds?: Bounds;
  /** Name of the schema in `configs`. */
  readonly config?: string;
}

export interface Bounds {
  readonly gt?: number;
  readonly ge?: number;
  readonly lt?: number;
  readonly le?: number;
}

/** What a value in JSON may be. */
export type Schema =
  | 'any'
  | 'bool'
  | 'int'
  | 'float'
  | 'str'
  | ({ readonly type: 'int' | 'float' } & Bounds)
  | { readonly optional: Schema }
  /** `folded`: in which case letters are compared; `lower` also takes `-` for `_`. */
  | { readonly literal: readonly (string | number)[]; readonly folded?: 'upper' | 'lower' }
  | { readonly list: Schema; readonly least?: number }
  | { readonly map: Schema; readonly keys?: readonly string[] }
  | { readonly oneOf: readonly Schema[] }
  /** `checks` names what is asked of the whole object afterwards: see config-checks.ts. */
  | { readonly object: { readonly [field: string]: Schema }; readonly checks?: string };

/** Everything that `vllm serve` of one version accepts. */
export interface ArgumentTable {
  readonly version: string;
  readonly options: readonly Option[];
  /** Every spelling of every option, `--help` among them. */
  readonly byFlag: ReadonlyMap<string, Option>;
  readonly byDest: ReadonlyMap<string, Option>;
  readonly configs: { readonly [name: string]: Schema };
  /** The fields of an entry of `--lora-modules`, and whether it must have them. */
  readonly loraFields: { readonly [field: string]: boolean };
  /** Chat templates that vLLM contains. */
  readonly templates: readonly string[];
  /** The names that `--tool-call-parser` and `--reasoning-parser` know without a plugin. */
  readonly toolParsers: readonly string[];
  readonly reasoningParsers: readonly string[];
  /** The model where none is given. */
  readonly model: string;
}

/** Prints all options and ends. */
export const HELP: Option = { flags: ['--help', '-h'], dest: 'help' };

let table: ArgumentTable | undefined;

/** The table of the default version of vLLM. It is parsed on first use: most sets have no vLLM. */
export function argumentTable(): ArgumentTable {
  return (table ??= readTable());
}

function readTable(): ArgumentTable {
  const text = readFileSync(imported('vllm', `${DEFAULT_VLLM.version}.json`), 'utf8');
  const { switches, options, ...rest } = JSON.parse(text);
  const all: Option[] = [...switches.map((flags: string[]) => ({ flags })), ...options].map(
    (option: Omit<Option, 'dest'>): Option => ({ ...option, dest: destOf(option.flags[0]) }),
  );
  const byFlag = new Map([HELP, ...all].flatMap((option) => option.flags.map((flag) => [flag, option] as const)));
  const byDest = new Map(all.map((option) => [option.dest, option]));
  return { ...rest, options: all, byFlag, byDest };
}

function destOf(flag: string): string {
  return flag.replace(/^--/, '').replaceAll('-', '_');
}
