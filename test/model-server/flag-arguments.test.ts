import { flagArguments, flagOf } from '../../lib/model-server/flag-arguments';

test('options become flags, values follow an equals sign, lists follow the flag', () => {
  expect(flagArguments({ maxModelLen: 8, mode: 'echo', stop: ['a', 'b'], logHttp: true })).toEqual([
    '--max-model-len=8',
    '--mode=echo',
    '--stop',
    'a',
    'b',
    '--log-http',
  ]);
  expect(flagOf('enableRequestIdHeaders')).toBe('--enable-request-id-headers');
});

test('0 and an empty text are values; undefined, false and an empty list are none', () => {
  expect(flagArguments({ seed: 0, name: '', left: undefined, off: false, none: [] })).toEqual(['--seed=0', '--name=']);
});
