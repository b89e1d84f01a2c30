import { argumentTable, type Schema, turnsOff } from '../../../lib/engine-arguments/vllm/argument-table';
import { CONFIG_CHECKS } from '../../../lib/engine-arguments/vllm/config-checks';
import { DEFAULT_VLLM, VLLM_VERSIONS } from '../../../lib/catalogue/engines/vllm';
import { isVllmSince } from '../../../lib/catalogue/engines/vllm-version';

const table = argumentTable();

test('the table of a version is read once, and is of the default version if none is named', () => {
  expect(table.version).toBe(DEFAULT_VLLM.version);
  expect(argumentTable()).toBe(table);
  expect(argumentTable(DEFAULT_VLLM.version)).toBe(table);
  expect(table.options.length).toBeGreaterThan(300);
});

test('the number of options grows from 176 to more than 300', () => {
  const counts = VLLM_VERSIONS.map((version) => argumentTable(version).options.length);
  expect(counts.at(-1)).toBe(176);
  expect(Math.min(...counts)).toBe(176);
  expect(counts[0]).toBe(Math.max(...counts));
});

test.each(VLLM_VERSIONS)('%s: no spelling belongs to two options', (version) => {
  const table = argumentTable(version);
  const flags = table.options.flatMap((option) => option.flags);
  expect(new Set(flags).size).toBe(flags.length);
  expect(table.byFlag.size).toBe(flags.length + '--help -h'.split(' ').length);
  expect(table.byDest.size).toBe(table.options.length);
});

test.each(VLLM_VERSIONS)('%s has a schema for each configuration class, or for none before 0.30', (version) => {
  const { options, configs } = argumentTable(version);
  const named = isVllmSince(version, '0.30') ? options.flatMap(({ config }) => config ?? []) : [];
  expect(new Set(Object.keys(configs))).toEqual(new Set(named));
});

test('each check that a schema names is there, and no other', () => {
  const checks = VLLM_VERSIONS.flatMap((version) => Object.values(argumentTable(version).configs).flatMap(checksOf));
  expect(new Set(checks)).toEqual(new Set(Object.keys(CONFIG_CHECKS)));
});

test.each([
  ['--enable-lora', '--enable-lora', false],
  ['--enable-lora', '--no-enable-lora', true],
  ['--enable-lora', '--disable-lora', true],
  ['--disable-sliding-window', '--enable-sliding-window', true],
  ['--headless', '--headless', false],
  ['--enable-expert-parallel', '-ep', false],
])('of %s, %s turns it off: %s', (main, flag, expected) => {
  expect(turnsOff(argumentTable('0.33.0').byFlag.get(main)!, flag)).toBe(expected);
});

test('options that were removed are none of those that the default version has', () => {
  expect(Object.keys(DEFAULT_VLLM.removedFlags).filter((flag) => table.byFlag.has(flag))).toEqual([]);
});

function checksOf(schema: Schema): readonly string[] {
  if (typeof schema === 'string') return [];
  const parts = Object.values(schema).flatMap((part: any) => (Array.isArray(part) ? part : [part]));
  const inner = 'object' in schema ? Object.values(schema.object) : parts.filter((part) => typeof part === 'object');
  return [...('checks' in schema ? [schema.checks!] : []), ...inner.flatMap(checksOf)];
}
