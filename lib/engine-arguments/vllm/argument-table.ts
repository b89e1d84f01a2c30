import { DEFAULT_VLLM, VLLM, type VllmVersion } from '../../catalogue/engines/vllm';
import type { VllmCommandLine } from '../../catalogue/engines/vllm-command-line';
import { tableFile, valuesIn } from './table-file';

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
  /** Plain text; `none` in any case is an empty text. */
  | 'strOrNone'
  /** Lower case, `_` for `-`. */
  | 'lowered'
  /** JSON of one of `configs`, or of any object where the table does not have that one. */
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
  /** Name of the schema in `configs`, which has it for newer versions only. */
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
  readonly version: VllmVersion;
  readonly commandLine: VllmCommandLine;
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

/**
 * Whether a spelling of a switch turns it off: `--no-enable-lora`, and from 0.33 on `--disable-lora` of `--enable-lora`
 * and `--enable-x` of `--disable-x`.
 */
export function turnsOff({ flags: [main] }: Option, flag: string): boolean {
  return flag.startsWith('--no-') || (flag !== main && opposite(flag) === main);
}

function opposite(flag: string): string {
  return flag.replace(/^--(en|dis)able-/, (_, kind) => (kind === 'en' ? '--disable-' : '--enable-'));
}

const tables = new Map<VllmVersion, ArgumentTable>();

/** The table of a version of vLLM. */
export function argumentTable(version: VllmVersion = DEFAULT_VLLM.version): ArgumentTable {
  const table = tables.get(version) ?? readTable(version);
  tables.set(version, table);
  return table;
}

function readTable(version: VllmVersion): ArgumentTable {
  const file = tableFile();
  const options = valuesIn(file.options, version).map((option: Omit<Option, 'dest'>): Option => ({
    ...option,
    dest: destOf(option.flags[0]),
  }));
  return {
    version,
    commandLine: VLLM[version].commandLine,
    options,
    byFlag: new Map([HELP, ...options].flatMap((option) => option.flags.map((flag) => [flag, option] as const))),
    byDest: new Map(options.map((option) => [option.dest, option])),
    configs: Object.fromEntries(valuesIn(file.configs, version).map(({ name, schema }) => [name, schema])),
    loraFields: Object.fromEntries(requiredFirst(valuesIn(file.loraFields, version))),
    templates: valuesIn(file.templates, version),
    toolParsers: valuesIn(file.toolParsers, version),
    reasoningParsers: valuesIn(file.reasoningParsers, version),
    model: valuesIn(file.model, version)[0],
  };
}

function requiredFirst(fields: readonly { readonly name: string; readonly required: boolean }[]) {
  const sorted = [...fields].sort((one, other) => Number(other.required) - Number(one.required));
  return sorted.map(({ name, required }) => [name, required] as const);
}

function destOf(flag: string): string {
  return flag.replace(/^--/, '').replaceAll('-', '_');
}
