import { reportGithub } from '../../../lib/validation';
import { BROKEN, CLUSTER, DIAGNOSTIC, MADE, NO_FILE } from '../../support/report-diagnostics';

describe('GitHub', () => {
  test('is a workflow command for each diagnostic', () => {
    expect(reportGithub([DIAGNOSTIC, MADE, CLUSTER, BROKEN, NO_FILE])).toMatchSnapshot();
  });

  test('escapes what would end a command or a property', () => {
    const message = '100 %\r\nof a: b, c';
    expect(reportGithub([{ ...DIAGNOSTIC, file: 'a,b:c%.yaml', message, remedy: '' }])).toMatchSnapshot();
  });

  test('is empty without diagnostics', () => expect(reportGithub([])).toBe(''));
});
