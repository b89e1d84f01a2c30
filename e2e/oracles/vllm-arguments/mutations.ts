import fc from 'fast-check';
import type { VllmVersion } from '../../../lib/catalogue/engines/vllm';
import {
  type ArgumentTable,
  argumentTable,
  type Option,
  type Schema,
} from '../../../lib/engine-arguments/vllm/argument-table';
import { emitted, listOf, WRITTEN } from './lists';

/** Argument lists that are wrong in one to three places, or unusual. */
export function mutatedLists(version: VllmVersion): fc.Arbitrary<string[]> {
  const table = argumentTable(version);
  const lists = [...emitted(), ...WRITTEN.map(listOf)];
  return fc
    .tuple(fc.constantFrom(...lists), fc.array(mutation(table), { minLength: 1, maxLength: 2 }))
    .map(([list, mutations]) => mutations.reduce((args, mutate) => mutate(args), list));
}

type Mutate = (args: readonly string[]) => string[];

const VALUES = [
  '',
  '0',
  '1',
  '-1',
  '5',
  ' 5 ',
  '1_000',
  '+3',
  '007',
  '1.5',
  '-0.5',
  '.5',
  '1e3',
  'nan',
  'inf',
  '1k',
  '1K',
  '2.5k',
  '2.5K',
  '3T',
  'auto',
  'none',
  'None',
  'null',
  'true',
  'True',
  'abc',
  'a b',
  '-x',
  '--x',
  '-',
  '--',
  '{}',
  '[]',
  '[1]',
  '{',
  '"a"',
  '{"a":1}',
  '{"a":{"b":[1,2]}}',
  '8000',
  '65536',
  'x=y',
  '0.9',
  '100g',
];

function mutation(table: ArgumentTable): fc.Arbitrary<Mutate> {
  const { options } = table;
  const option = fc.constantFrom(...options);
  const flag = option.chain(({ flags }) => fc.constantFrom(...flags));
  const value = fc.oneof(
    fc.constantFrom(...VALUES),
    fc.string({ maxLength: 5 }),
    fc.integer().map(String),
    fc.double().map(String),
  );
  return fc.oneof(
    at((args, index) => splice(args, index, 1)),
    at((args, index) => splice(args, index, 0, args[index])),
    at((args, index) => splice(args, index, 2, ...args.slice(index, index + 2).reverse())),
    onFlag(fc.nat(), (text, position) => text.slice(0, 3 + (position % Math.max(1, text.length - 3)))),
    onFlag(
      fc.nat(),
      (text, position) => text.slice(0, position % text.length) + text.slice((position % text.length) + 1),
    ),
    onFlag(
      fc.nat(),
      (text, position) => text.slice(0, position % text.length) + 'e' + text.slice(position % text.length),
    ),
    onFlag(fc.constant(0), (text) => text.replace(/(?!^)[-](?!-)/g, '_').replace(/^-_/, '--')),
    onFlag(fc.constant(0), (text) =>
      text.startsWith('--no-') ? text.replace('--no-', '--') : text.replace('--', '--no-'),
    ),
    onFlag(value, (text, other) => `${text.split('=')[0]}=${other}`),
    value.chain((text) => at((args, index) => splice(args, index, 1, text))),
    value.chain((text) => at((args, index) => splice(args, index, 0, text))),
    flag.chain((text) => at((args, index) => splice(args, index, 0, text))),
    fc.tuple(option, value, fc.boolean()).chain(([chosen, text, joined]) => insert(words(chosen, text, joined))),
    fc
      .tuple(option, fc.nat(), fc.boolean())
      .chain(([chosen, seed, joined]) => insert(words(chosen, likely(table, chosen, seed), joined))),
    fc
      .tuple(option, fc.constantFrom('a', 'b.c', 'kv_role', 'backend', 'mode', 'x+'), value)
      .chain(([{ flags }, key, text]) => insert([`${flags[0]}.${key}`, text])),
    fc
      .constantFrom(
        ['-O3'],
        ['-O', '2'],
        ['-O=1'],
        ['-O'],
        ['-tp2'],
        ['-tp=2'],
        ['-n2'],
        ['-q=fp8'],
        ['-d', '1'],
        ['-h'],
        ['--help'],
        ['--'],
      )
      .chain(insert),
    json(table),
  );
}

function at(change: (args: readonly string[], index: number) => string[]): fc.Arbitrary<Mutate> {
  return fc.nat().map((position) => (args) => (args.length === 0 ? [] : change(args, position % args.length)));
}

function splice(args: readonly string[], index: number, count: number, ...words: string[]): string[] {
  return [...args.slice(0, index), ...words, ...args.slice(index + count)];
}

function insert(list: readonly string[]): fc.Arbitrary<Mutate> {
  return fc.nat().map((position) => (args) => splice(args, position % (args.length + 1), 0, ...list));
}

function onFlag<T>(arbitrary: fc.Arbitrary<T>, change: (text: string, input: T) => string): fc.Arbitrary<Mutate> {
  return fc.tuple(fc.nat(), arbitrary).map(([position, input]) => (args) => {
    const flags = args.flatMap((text, index) => (text.startsWith('-') ? [index] : []));
    if (flags.length === 0) return [...args];
    const index = flags[position % flags.length];
    return splice(args, index, 1, change(args[index], input));
  });
}

function words({ flags, type }: Option, value: string, joined: boolean): string[] {
  if (type === undefined) return joined ? [`${flags[0]}=${value}`] : [flags[0]];
  return joined ? [`${flags[0]}=${value}`] : [flags[0], value];
}

/** A value of the option's kind. */
function likely({ configs }: ArgumentTable, { choices, config, type }: Option, seed: number): string {
  if (choices !== undefined) return String(choices[seed % choices.length]);
  if (config !== undefined) return JSON.stringify(config in configs ? sample(configs[config], seed) : {});
  return (
    { int: '3', float: '0.5', humanInt: '2k', humanIntOrAuto: '1K', json: '{"a":1}', lora: 'a=b' }[type as string] ??
    'text'
  );
}

/** Changes a field of a JSON value: another type, another name, one more. */
function json({ options, configs }: ArgumentTable): fc.Arbitrary<Mutate> {
  const withSchema = options.filter(({ config }) => config !== undefined && config in configs);
  if (withSchema.length === 0) return fc.constant((args: readonly string[]) => [...args]);
  const option = fc.constantFrom(...withSchema);
  return fc
    .tuple(option, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), fc.option(fc.jsonValue({ maxDepth: 1 })))
    .chain(([{ flags, config }, seeds, other]) => {
      const value = Object.assign({}, ...seeds.map((seed) => sample(configs[config!], seed))) as Record<
        string,
        unknown
      >;
      const keys = Object.keys(value);
      if (other !== null && keys.length > 0) value[keys[seeds[0] % keys.length]] = other;
      if (seeds[0] % 10 === 0) value.unknown_field = 1;
      return insert([flags[0], JSON.stringify(value)]);
    });
}

/** A value that fits a schema; of an object, one of its fields. */
function sample(schema: Schema, seed: number): unknown {
  if (typeof schema === 'string')
    return { any: 1, bool: seed % 2 === 0, int: seed % 100, float: 0.5, str: 'text' }[schema];
  if ('type' in schema) return schema.type === 'int' ? seed % 50 : 0.5;
  if ('optional' in schema) return seed % 5 === 0 ? null : sample(schema.optional, seed);
  if ('literal' in schema) return schema.literal[seed % schema.literal.length];
  if ('list' in schema) return [sample(schema.list, seed)];
  if ('map' in schema) return { [schema.keys?.[0] ?? 'key']: sample(schema.map, seed) };
  if ('oneOf' in schema) return sample(schema.oneOf[seed % schema.oneOf.length], seed);
  const fields = Object.entries(schema.object);
  const [name, field] = fields[seed % fields.length];
  return { [name]: sample(field, seed) };
}
