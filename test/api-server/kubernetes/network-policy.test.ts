import { testCases } from './change';

describe('NetworkPolicy', () => {
  testCases({ code: 'LLMD-NETWORK-POLICY', kind: 'NetworkPolicy', below: 'spec.' }, [
    [{ 'ingress[0].ports[0].protocol': 'tcp' }, 'ingress[0].ports[0].protocol: "tcp" is not SCTP, TCP or UDP'],
    [{ 'ingress[0].ports[0].port': 0 }, 'ingress[0].ports[0].port: 0 is not between 1 and 65535'],
    [{ 'ingress[0].ports[0].endPort': 7999 }, 'ingress[0].ports[0].endPort: 7999 is less than port 8000'],
    [{ 'ingress[0].ports[0].endPort': 65536 }, 'ingress[0].ports[0].endPort: 65536 is not between 1 and 65535'],
    [{ 'ingress[0].ports[0].endPort': 8000 }],
    [
      { 'ingress[0].ports[1].endPort': 1 },
      'ingress[0].ports[1].endPort: a range begins with a number, and port has none',
    ],
    [
      { 'ingress[0].ports[0].port': undefined },
      'ingress[0].ports[0].endPort: a range begins with a number, and port has none',
    ],
    [
      { 'ingress[0].ports[1].port': 'a_b' },
      'ingress[0].ports[1].port: "a_b" is not a valid port name: up to 15 lower-case letters, digits and single dashes, with a letter somewhere',
    ],
    [{ 'ingress[0].ports[1].port': '' }, 'ingress[0].ports[1].port: port is empty'],
    [
      { 'ingress[0].from[0]': {} },
      'ingress[0].from[0]: the peer is empty, expected one of podSelector, namespaceSelector, ipBlock',
    ],
    [
      { 'ingress[0].from[0].ipBlock': { cidr: '10.0.0.0/8' } },
      'ingress[0].from[0].ipBlock: podSelector selects pods and cannot be combined with ipBlock',
    ],
    [
      { 'ingress[0].from[0].podSelector.matchLabels': { 'a b': 'c' } },
      'LLMD-SELECTOR ingress[0].from[0].podSelector.matchLabels["a b"]: "a b" is not a valid label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
    ],
    [
      { 'egress[0].to[0].ipBlock.cidr': '10.0.0.0/33' },
      'egress[0].to[0].ipBlock.cidr: "10.0.0.0/33" is not a valid range of IP addresses',
    ],
    [{ 'egress[0].to[0].ipBlock.cidr': '' }, 'egress[0].to[0].ipBlock.cidr: cidr is empty'],
    [{ 'egress[0].to[0].ipBlock.cidr': '010.0.0.0/8' }],
    [
      { 'egress[0].to[0].ipBlock.except': ['11.0.0.0/16'] },
      'egress[0].to[0].ipBlock.except[0]: "11.0.0.0/16" is not a smaller part of 10.0.0.0/8',
    ],
    [
      { 'egress[0].to[0].ipBlock.except': ['10.0.0.0/8'] },
      'egress[0].to[0].ipBlock.except[0]: "10.0.0.0/8" is not a smaller part of 10.0.0.0/8',
    ],
    [{ 'egress[0].to[0].ipBlock.except': ['10.0.0.0/9'] }],
    [{ 'egress[0].to[0].ipBlock': { cidr: '2001:db8::/32', except: ['2001:db8:1::/48'] } }],
    [
      { 'egress[0].to[0].ipBlock': { cidr: '2001:db8::/32', except: ['10.0.0.0/8'] } },
      'egress[0].to[0].ipBlock.except[0]: "10.0.0.0/8" is not a smaller part of 2001:db8::/32',
    ],
    [{ 'policyTypes[0]': 'In' }, 'policyTypes[0]: "In" is not Egress or Ingress'],
    [{ policyTypes: ['Ingress', 'Egress', 'Ingress'] }, 'policyTypes: 3 types are more than 2'],
    [{ podSelector: {} }],
    [{ podSelector: undefined }],
  ]);
});
