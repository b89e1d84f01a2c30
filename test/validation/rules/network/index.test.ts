import { NETWORK_RULES } from '../../../../lib/validation/rules/network';

test('the severity of each rule', () => {
  expect(Object.fromEntries(NETWORK_RULES.map(({ code, severity }) => [code, severity]))).toEqual({
    'LLMD-NETWORK-PATH': 'error',
    'LLMD-NETWORK-GATEWAY': 'warning',
    'LLMD-NETWORK-API-SERVER': 'warning',
    'LLMD-NETWORK-DNS': 'warning',
  });
});
