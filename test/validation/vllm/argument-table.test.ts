import { argumentTable, type Schema } from '../../../lib/validation/vllm/argument-table';
import { CONFIG_CHECKS } from '../../../lib/validation/vllm/config-checks';
import { DEFAULT_VLLM } from '../../../lib/catalogue/engines/vllm';

const table = argumentTable();

test('the table is of one version, and read once', () => {
  expect(table.version).toBe(DEFAULT_VLLM.version);
  expect(argumentTable()).toBe(table);
  expect(table.options.length).toBeGreaterThan(300);
});

test('no spelling belongs to two options', () => {
  const flags = table.options.flatMap((option) => option.flags);
  expect(new Set(flags).size).toBe(flags.length);
  expect(table.byFlag.size).toBe(flags.length + '--help -h'.split(' ').length);
  expect(table.byDest.size).toBe(table.options.length);
});

test('each schema that an option names is there, and each check that a schema names', () => {
  const configs = table.options.flatMap(({ config }) => config ?? []);
  expect(new Set(configs)).toEqual(new Set(Object.keys(table.configs)));
  const checks = Object.values(table.configs).flatMap(checksOf);
  expect(new Set(checks)).toEqual(new Set(Object.keys(CONFIG_CHECKS)));
});

test('options that were removed are none of the present ones', () => {
  expect(Object.keys(DEFAULT_VLLM.removedFlags).filter((flag) => table.byFlag.has(flag))).toEqual([]);
});

function checksOf(schema: Schema): readonly string[] {
  if (typeof schema === 'string') return [];
  const parts = Object.values(schema).flatMap((part: any) => (Array.isArray(part) ? part : [part]));
  const inner = 'object' in schema ? Object.values(schema.object) : parts.filter((part) => typeof part === 'object');
  return [...('checks' in schema ? [schema.checks!] : []), ...inner.flatMap(checksOf)];
}
