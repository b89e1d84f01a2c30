import { NETWORK_API_SERVER } from '../../../../lib/validation/rules/network/api-server';
import { diagnostics } from '../../../support/diagnostics';
import { policy, STACK, to } from '../../../support/network-policies';

describe('the API server', () => {
  const check = (egress: object[]) => diagnostics([NETWORK_API_SERVER], [...STACK, policy(to(egress))]);

  test('is no pod', () => {
    expect(check([{ to: [{ namespaceSelector: {} }] }])).toEqual([
      'LLMD-NETWORK-API-SERVER spec.egress: Deployment opt-epp runs an endpoint picker, and no rule here admits it to the API server; add an egress rule for ports 443 and 6443, without `to` or with the ipBlock of the API server',
    ]);
  });

  test.each<[string, object[], number]>([
    ['everything', [{}], 0],
    ['an address', [{ to: [{ podSelector: {} }, { ipBlock: { cidr: '10.0.0.1/32' } }] }], 0],
    ['an address on other ports', [{ to: [{ ipBlock: { cidr: '10.0.0.1/32' } }], ports: [{ port: 8000 }] }], 1],
    ['443', [{ ports: [{ port: 443 }] }], 0],
    ['6443', [{ ports: [{ port: 1 }, { port: 6443 }] }], 0],
    ['a range', [{ ports: [{ port: 400, endPort: 443 }] }], 0],
    ['a range below', [{ ports: [{ port: 400, endPort: 442 }] }], 1],
    ['a range between', [{ ports: [{ port: 444, endPort: 6442 }] }], 1],
    ['UDP', [{ ports: [{ port: 443, protocol: 'UDP' }] }], 1],
    ['all of TCP', [{ ports: [{}] }], 0],
    ['some name', [{ ports: [{ port: 'https' }] }], 0],
    ['one of two rules', [{ to: [{ podSelector: {} }] }, { ports: [{ port: 443 }] }], 0],
    ['no rule', [], 1],
  ])('by %s', (_, egress, count) => {
    expect(check(egress)).toHaveLength(count);
  });
});
