import { ACCESS_RULES } from '../../../../lib/validation/rules/access';

test('the severity of each rule', () => {
  expect(Object.fromEntries(ACCESS_RULES.map(({ code, severity }) => [code, severity]))).toEqual({
    'LLMD-EPP-ACCESS': 'error',
    'LLMD-EPP-ACCESS-OPTIONAL': 'warning',
    'LLMD-EPP-ACCESS-UNKNOWN': 'error-when-closed',
    'LLMD-EPP-ACCESS-TOKEN': 'error',
    'LLMD-EPP-ACCESS-BROAD': 'warning',
    'LLMD-ACCESS-CLUSTER-SCOPED': 'warning',
  });
});
