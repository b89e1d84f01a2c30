import { ARGS, flagViolations } from '../../../support/picker-violations';

test.each<[string, string[]]>([
  [
    '--secure-serving false',
    ['3]: --secure-serving is on: it takes no word after it, and false is ignored; write --secure-serving=false'],
  ],
  [
    '--enable-pprof F --health-checking=true 0',
    ['3]: --enable-pprof is on: it takes no word after it, and F is ignored; write --enable-pprof=F'],
  ],
  ['--secure-serving true', []],
  ['--secure-serving --enable-pprof', []],
  ['--secure-serving', []],
  ['--v 0', []],
])('on or off: %s', (line, expected) => {
  expect(flagViolations(line)).toEqual(expected.map((text) => `LLMD-EPP-BOOLEAN ${ARGS}[${text}`));
});
