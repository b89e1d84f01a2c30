import { testCases } from './change';

describe('EndpointSlice', () => {
  testCases({ code: 'LLMD-KUBERNETES-KIND', kind: 'EndpointSlice' }, [
    [{ addressType: 'IP' }, 'addressType: "IP" is not FQDN, IPv4 or IPv6'],
    [{ addressType: 'IPv6' }, 'endpoints[0].addresses[0]: "10.244.0.7" is no IPv6 address'],
    [{ 'endpoints[0].addresses': [] }, 'endpoints[0].addresses: addresses is empty'],
    [{ 'endpoints[0].addresses': ['a'] }, 'endpoints[0].addresses[0]: "a" is no IPv4 address'],
    [{ addressType: 'FQDN', 'endpoints[0].addresses': ['a.example.com.'] }],
    [
      { addressType: 'FQDN', 'endpoints[0].addresses': ['a'] },
      'endpoints[0].addresses[0]: "a" is no DNS name: up to 253 lower-case letters, digits, dashes and dots',
    ],
    [{ addressType: 'IPv6', 'endpoints[0].addresses': ['2001:db8::1'] }],
    [
      { 'endpoints[0].nodeName': 'A' },
      'endpoints[0].nodeName: "A" is no DNS name: up to 253 lower-case letters, digits, dashes and dots',
    ],
    [
      { 'endpoints[0].hostname': 'a.b' },
      'endpoints[0].hostname: "a.b" is no DNS label: up to 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
    ],
    [
      { 'endpoints[0].hints.forNodes[0].name': 'A' },
      'endpoints[0].hints.forNodes[0].name: "A" is no DNS name: up to 253 lower-case letters, digits, dashes and dots',
    ],
    [
      { 'endpoints[0].hints.forZones': [{ name: 'a b' }] },
      'endpoints[0].hints.forZones[0].name: "a b" is no label value: up to 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends',
    ],
    [
      { 'endpoints[0].hints.forNodes': [{ name: 'a' }, { name: 'a' }] },
      'endpoints[0].hints.forNodes[1].name: there is a name a already',
    ],
    [
      { 'ports[0].name': 'a.b' },
      'ports[0].name: "a.b" is no DNS label: up to 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
    ],
    [{ 'ports[0].protocol': 'tcp' }, 'ports[0].protocol: "tcp" is not SCTP, TCP or UDP'],
    [
      {
        ports: [
          { name: 'a', port: 1 },
          { name: 'a', port: 2 },
        ],
      },
      'ports[1].name: there is a name a already',
    ],
  ]);
});
