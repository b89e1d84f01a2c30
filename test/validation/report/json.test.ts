import { reportJson } from '../../../lib/validation';
import { DIAGNOSTIC, NO_FILE } from '../../support/report-diagnostics';

describe('JSON', () => {
  test('has every key, in one order', () => {
    expect(reportJson([DIAGNOSTIC, NO_FILE])).toMatchSnapshot();
  });

  test('is an array even where nothing is found', () => expect(reportJson([])).toBe('[]\n'));
});
