import { hasUnknown } from '../../text/unknown-value';
import { type Argument, Refused } from './argument';
import type { ArgumentTable } from './argument-table';
import { humanReadableInt, pythonJson } from './python-values';
import { append } from '../../text/append';

/*
 * What vLLM does with the words before argparse sees them: FlexibleArgumentParser.parse_args in
 * vllm/utils/argparse_utils.py.
 */

/** `--model NAME` goes to the front, where `vllm serve` wants its model. Older versions refuse it. */
export function moveModelToFront(
  args: readonly Argument[],
  { commandLine, version }: ArgumentTable,
): readonly Argument[] {
  const index = args.findIndex(({ text }) => /^--model(?:=.+|$)/.test(text));
  if (index === -1) return args;
  const { text, at } = args[index];
  if (!commandLine.movesModel) {
    if (text !== '--model') return args;
    throw new Refused({
      kind: 'conflict',
      at,
      message: `\`vllm serve\` of vLLM ${version} does not take --model`,
      remedy: 'write the model after `vllm serve`, without --model',
    });
  }
  const isJoined = text !== '--model';
  const model = isJoined ? { text: text.slice('--model='.length), at } : args[index + 1];
  if (model === undefined) {
    throw new Refused({
      kind: 'value',
      at,
      message: '--model stands without a value',
      remedy: 'write the model after `vllm serve`, without --model',
    });
  }
  return [model, ...args.slice(0, index), ...args.slice(index + (isJoined ? 1 : 2))];
}

/** With `vllm serve`, other names for a model need the model itself in front. Older versions do not look at this. */
export function refuseNamesWithoutModel(args: readonly Argument[], { commandLine }: ArgumentTable): void {
  if (!commandLine.namesNeedModel) return;
  const has = (pattern: RegExp) => args.find(({ text }) => pattern.test(text));
  const names = has(/^--served[-_]model[-_]name(?:=.+|$)/);
  if (names === undefined || !args[0].text.startsWith('-') || has(/^--config(?:=.+|$)/) !== undefined) return;
  throw new Refused({
    kind: 'conflict',
    at: names.at,
    message: `--served-model-name stands without a model: the first word is ${args[0].text}, not a model`,
    remedy: 'write the model as the first word after `vllm serve`',
  });
}

/**
 * Underscores in the name of an option are dashes, and `-O3` is `--optimization-level 3`. In older versions it is
 * `-O.level=3`, where `-O` is another name of `--compilation-config`.
 */
export function normalizeNames(args: readonly Argument[], { commandLine }: ArgumentTable): readonly Argument[] {
  if (!commandLine.hasOptimizationLevel) return args.map((argument, index) => withLevelKey(argument, args[index + 1]));
  return args.flatMap(({ text, at }, index) => {
    if (text.startsWith('--help=')) return [{ text: '--help', at }];
    if (text.startsWith('--')) return [{ text: normalizeName(text), at }];
    if (text.startsWith('-O') && text !== '-O') {
      return ['--optimization-level', text.replace(/^-O=?/, '')].map((word) => ({ text: word, at }));
    }
    const isLevel = text === '-O' && /^[0-3]$/.test(args[index + 1]?.text ?? '');
    return [isLevel ? { text: '--optimization-level', at } : { text, at }];
  });
}

function withLevelKey({ text, at }: Argument, next: Argument | undefined): Argument {
  if (text.startsWith('--')) return { text: normalizeName(text), at };
  if (/^-O[^.]/.test(text)) return { text: `-O.level=${text.replace(/^-O=?/, '')}`, at };
  return text === '-O' && /^[0-3]$/.test(next?.text ?? '') ? { text: '-O.level', at } : { text, at };
}

function normalizeName(text: string): string {
  const end = text.search(/[.=]/);
  return end === -1 ? text.replaceAll('_', '-') : text.slice(0, end).replaceAll('_', '-') + text.slice(end);
}

/** `--option.key.inner value` becomes `--option '{"key": {"inner": value}}'`; all keys of an option are put together. */
export function joinDottedKeys(args: readonly Argument[]): readonly Argument[] {
  const objects = new Map<string, { readonly object: Nested; readonly at: number }>();
  const others: Argument[] = [];
  for (let index = 0; index < args.length; index++) {
    const { text, at } = args[index];
    const [name, ...after] = text.split('=');
    if (!text.startsWith('-') || !name.includes('.')) {
      others.push(args[index]);
      continue;
    }
    const value = after.length > 0 ? after.join('=') : args[++index]?.text;
    if (value === undefined) throw dottedWithoutValue(text, at);
    const isList = name.endsWith('+');
    const [option, ...keys] = (isList ? name.slice(0, -1) : name).split('.');
    const entry = objects.get(option) ?? { object: {}, at };
    objects.set(option, entry);
    merge(entry.object, nest(keys, isList ? value.split(',') : readPart(value)) as Nested);
  }
  return [
    ...others,
    ...[...objects].flatMap(([option, { object, at }]) => [
      { text: option, at },
      { text: JSON.stringify(object), at },
    ]),
  ];
}

interface Nested {
  [key: string]: unknown;
}

function dottedWithoutValue(text: string, at: number): Refused {
  return new Refused({
    kind: 'value',
    at,
    message: `${text} stands without a value`,
    remedy: `write ${text}=VALUE`,
  });
}

function readPart(text: string): unknown {
  if (hasUnknown(text)) return text;
  return pythonJson(text) ?? (text.trim() === 'null' ? null : (humanReadableInt(text) ?? text));
}

function nest(keys: readonly string[], value: unknown): unknown {
  return keys.reduceRight((inner: unknown, key) => ({ [key]: inner }), value);
}

function merge(target: Nested, update: Nested): void {
  for (const [key, value] of Object.entries(update)) {
    const present = Object.hasOwn(target, key) ? target[key] : undefined;
    if (isNested(value) && isNested(present)) merge(present, value);
    else if (Array.isArray(value) && Array.isArray(present)) append(present, value as unknown[]);
    else target[key] = value;
  }
}

function isNested(value: unknown): value is Nested {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
