import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { LlmdError, refuse } from '../lib/errors';
import { show } from '../lib/text/wording';

const DETAILS = { code: 'LLMD-TEST', got: '"a"', expected: '"b"', remedy: 'write b' };

test('an error has a code, a place, the value, the expectation and a remedy', () => {
  const construct = new Construct(new Chart(new App(), 'chart'), 'stack');
  expect(() => refuse(construct, DETAILS)).toThrowErrorMatchingInlineSnapshot(
    `"LLMD-TEST at chart/stack: got "a", expected "b". Fix: write b."`,
  );
});

test.each([
  ['the name of a call', 'Engine.vllmCpu', 'LLMD-TEST at Engine.vllmCpu: '],
  ['the root of a tree', new App(), 'LLMD-TEST at (root): '],
])('the place may be %s', (_, where, beginning) => {
  expect(() => refuse(where, DETAILS)).toThrow(beginning);
});

test('its code and place can be read without parsing the message', () => {
  const error = new LlmdError('chart/stack', DETAILS);
  expect(error).toMatchObject({ name: 'LlmdError', path: 'chart/stack', details: DETAILS });
  expect(error).toBeInstanceOf(Error);
});

test('an error of another copy of this package is recognised as well', () => {
  let other!: typeof LlmdError;
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    other = (require('../lib/errors') as { LlmdError: typeof LlmdError }).LlmdError;
  });
  const error = new other('chart/stack', DETAILS);
  expect([error instanceof LlmdError, LlmdError.isLlmdError(error)]).toEqual([false, true]);
});

test.each([new Error('LLMD-TEST'), { name: 'LlmdError' }, 'LlmdError', null, undefined])(
  '%p is not recognised as an error of this library',
  (value) => expect(LlmdError.isLlmdError(value)).toBe(false),
);

test.each([
  ['a', '"a"'],
  [1, '1'],
  [['a'], '["a"]'],
  [undefined, 'nothing'],
])('%j is shown as %s', (value, shown) => {
  expect(show(value)).toBe(shown);
});
