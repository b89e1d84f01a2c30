import { mergeArguments } from '../../lib/model-server/merge-arguments';

test.each([
  ['appends what is new', ['model', '--a=1'], ['--b'], ['model', '--a=1', '--b']],
  ['replaces a flag', ['model', '--a=1', '--b'], ['--a=2'], ['model', '--b', '--a=2']],
  [
    'replaces a flag with several words',
    ['model', '--names', 'x', 'y', '--b'],
    ['--names=z'],
    ['model', '--b', '--names=z'],
  ],
  ['takes dashes and underscores as one', ['--max-model-len=1'], ['--max_model_len=2'], ['--max_model_len=2']],
  ['replaces a switch by its opposite', ['--enforce-eager'], ['--no-enforce-eager'], ['--no-enforce-eager']],
  ['keeps a negative number with its flag', ['--a', '-1', '--b'], ['--b=2'], ['--a', '-1', '--b=2']],
])('%s', (_title, own, extra, merged) => {
  expect(mergeArguments(own, extra)).toEqual(merged);
});
