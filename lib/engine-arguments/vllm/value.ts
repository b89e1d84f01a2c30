import { hasUnknown } from '../../text/unknown-value';
import type { ArgumentTable, Option, ValueType } from './argument-table';
import { type Mismatch, readConfig } from './config-schema';
import { humanReadableInt, outsideStrings, pythonFloat, pythonInt, pythonJson } from './python-values';

/** A value as vLLM has it, or what it expected. */
export type Reading =
  /** `null` is Python's None; undefined is a value that cannot be known here. */
  { readonly value: unknown } | { readonly expected: string };

/** Reads the text of an option's value as vLLM does. */
export function readValue(table: ArgumentTable, option: Option, text: string): Reading {
  if (option.optional === true && (text === '' || text === 'None') && option.type !== 'lora') return { value: null };
  if (option.type === 'config') return readJsonConfig(table, option, text);
  if (hasUnknown(text)) return { value: undefined };
  const reading = READERS[option.type!](text, table);
  if ('expected' in reading) return reading;
  const { choices } = option;
  if (choices === undefined || choices.includes(reading.value as string | number)) return reading;
  return { expected: `one of ${choices.join(', ')}` };
}

const READERS: { readonly [type in Exclude<ValueType, 'config'>]: (text: string, table: ArgumentTable) => Reading } = {
  str: (text) => ({ value: text }),
  int: (text) => orElse(pythonInt(text), 'a whole number'),
  float: (text) => orElse(pythonFloat(text), 'a number'),
  humanInt: (text) => orElse(humanReadableInt(text), 'a whole number, such as 4096, 4k or 4K'),
  humanIntOrAuto: (text) =>
    text.trim().toLowerCase() === 'auto'
      ? { value: -1 }
      : orElse(humanReadableInt(text), 'a whole number, such as 4096, 4k or 4K, or "auto"'),
  json: (text) => orElse(pythonJson(text), 'JSON'),
  jsonOrStr: (text) => (/^\s*\{[^]*\}\s*$/.test(text) ? orElse(pythonJson(text), 'JSON') : { value: text }),
  strOrNone: (text) => ({ value: text.toLowerCase() === 'none' ? '' : text }),
  lowered: (text) => ({ value: text.toLowerCase().replaceAll('-', '_') }),
  lora: readLora,
};

function orElse(value: unknown, expected: string): Reading {
  return value === undefined ? { expected } : { value };
}

/** `name=path`, or JSON of an object. An empty text is no adapter. */
function readLora(text: string, { loraFields }: ArgumentTable): Reading {
  if (text === '' || text === 'None') return { value: null };
  const [name, ...path] = text.split('=');
  if (path.length > 0 && !text.includes(',')) return { value: { name, path: path.join('=') } };
  const adapter = pythonJson(text);
  const fields = typeof adapter === 'object' && adapter !== null && !Array.isArray(adapter) ? Object.keys(adapter) : [];
  const fits =
    fields.every((field) => Object.hasOwn(loraFields, field)) &&
    Object.entries(loraFields).every(([field, isRequired]) => !isRequired || fields.includes(field));
  return fits ? { value: adapter } : { expected: `name=path, or JSON with ${Object.keys(loraFields).join(', ')}` };
}

function readJsonConfig({ configs, commandLine }: ArgumentTable, { config }: Option, text: string): Reading {
  const json = pythonJson(commandLine.readsHumanNumbersInJson ? expandNumbers(text) : text);
  if (json === undefined) return hasUnknown(text) ? { value: undefined } : { expected: 'JSON of an object' };
  if (!Object.hasOwn(configs, config!)) return isObject(json) ? { value: json } : { expected: 'JSON of an object' };
  const mismatches: Mismatch[] = [];
  const value: unknown = readConfig(configs[config!], json, '', (mismatch) => mismatches.push(mismatch));
  if (mismatches.length === 0) return { value };
  return { expected: mismatches.map(({ place, expected }) => (place ? `${place}: ${expected}` : expected)).join('; ') };
}

function isObject(json: unknown): boolean {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** vLLM's _expand_json_human_readable_numbers: `{"cpu_bytes_to_use": 80m}`. */
function expandNumbers(text: string): string {
  return outsideStrings(text, (part) =>
    part.replace(/\b\d+(?:\.\d+)?[kKmMgGtT]\b/g, (number) => String(humanReadableInt(number) ?? number)),
  );
}
