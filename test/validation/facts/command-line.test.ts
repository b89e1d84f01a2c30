import { commandLine } from '../../../lib/validation/facts/command-line';
import { environmentOf } from '../../../lib/validation/facts/environment';
import type { Container } from '../../../lib/validation/facts/pods';

const containerOf = (container: object): Container => ({
  pod: { resource: {} as any, path: [], namespace: 'default', labels: {}, spec: {}, replicas: 1 },
  path: ['c'],
  container,
  role: 'container',
});
const texts = (container: object) => commandLine(containerOf(container))?.map(({ text }) => text);

describe('the environment', () => {
  const env = [
    { name: 'A', value: 'a' },
    { name: 'B', value: '$(A)b$(C)' },
    { name: 'SECRET', valueFrom: {} },
    { name: 'URL', value: 'http://$(SECRET)' },
    { name: 'NOTHING' },
    { name: 'A', value: 'again' },
  ];

  test.each<[string, string | undefined | null]>([
    ['A', 'again'],
    ['B', 'ab$(C)'],
    ['SECRET', undefined],
    ['URL', undefined],
    ['NOTHING', ''],
    ['ABSENT', null],
    ['VLLM_SERVICE_HOST', undefined],
    ['VLLM_PORT_80_TCP', undefined],
    ['PORT', null],
  ])('%s', (name, value) => expect(environmentOf(containerOf({ env }))(name)).toBe(value));

  test('may come from elsewhere', () => {
    expect(environmentOf(containerOf({ env, envFrom: [{}] }))('ABSENT')).toBeUndefined();
    expect(environmentOf(containerOf({ env, envFrom: [{}] }))('A')).toBe('again');
    expect(environmentOf(containerOf({}))('ABSENT')).toBeNull();
  });
});

test.each<[object, string[] | undefined]>([
  [{}, []],
  [{ command: ['a'], args: ['$(X)'], env: [{ name: 'X', value: 'x' }] }, ['a', 'x']],
  [{ command: ['/bin/sh', '-c'], args: ['exec a "b c"'] }, ['a', 'b c']],
  [{ command: ['bash', '-ec', 'a $X'], env: [{ name: 'X', value: 'x' }] }, ['a', 'x']],
  [{ command: ['sh', '-c', 'a; b'] }, undefined],
  [{ command: ['sh', '-c', 'a $0', 'b'] }, undefined],
  [{ command: ['sh', '-c'] }, undefined],
  [{ command: ['sh', 'script.sh'] }, ['sh', 'script.sh']],
  [{ command: ['fish', '-c', 'a; b'] }, ['fish', '-c', 'a; b']],
])('%j', (container, words) => expect(texts(container)).toEqual(words));

test('each word knows its place', () => {
  const line = commandLine(containerOf({ command: ['sh', '-c'], args: ['a b'] }))!;
  expect(line.map(({ path }) => path.join('.'))).toEqual(['c.args.0', 'c.args.0']);
  expect(commandLine(containerOf({ command: ['a'], args: ['b'] }))!.map(({ path }) => path.join('.'))).toEqual([
    'c.command.0',
    'c.args.0',
  ]);
});
