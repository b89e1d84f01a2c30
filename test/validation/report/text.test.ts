import { type Diagnostic, reportText } from '../../../lib/validation';
import { BROKEN, CLUSTER, DIAGNOSTIC, MADE, NO_FILE } from '../../support/report-diagnostics';

const UNUSED: Diagnostic = {
  code: 'LLMD-ACKNOWLEDGEMENT-UNUSED',
  severity: 'warning',
  path: '',
  message: 'unused',
  remedy: 'remove it',
};

describe('text', () => {
  test('is grouped by object, in the order in which they come, and sums up', () => {
    const second = { ...DIAGNOSTIC, severity: 'warning' as const, path: '', line: 10 };
    const diagnostics = [DIAGNOSTIC, MADE, second, CLUSTER, BROKEN, NO_FILE, UNUSED];
    expect(reportText(diagnostics, { objects: 14 })).toMatchSnapshot();
  });

  test('distinguishes objects of the same name', () => {
    const twice = [DIAGNOSTIC, { ...DIAGNOSTIC, file: 'dist/b.yaml' }];
    expect(reportText(twice, { objects: 2 })).toContain('2 errors in 2 of 2 objects');
  });

  test.each<[string, readonly Diagnostic[], number, string]>([
    ['nothing found', [], 14, '14 objects: no diagnostics\n'],
    ['one object', [], 1, '1 object: no diagnostics\n'],
  ])('%s', (_, diagnostics, objects, text) => expect(reportText(diagnostics, { objects })).toBe(text));

  test('has colours on a terminal', () => {
    expect(reportText([DIAGNOSTIC], { objects: 1, color: true })).toMatchSnapshot();
  });
});
