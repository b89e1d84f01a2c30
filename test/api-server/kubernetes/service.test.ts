import { testCases } from './change';

describe('Service, a port', () => {
  testCases({ code: 'LLMD-SERVICE', kind: 'Service', below: 'spec.ports[0].' }, [
    [{ name: undefined }, 'name: name is missing'],
    [{ name: 'metrics' }, 'spec.ports[1].name: there is a name metrics already'],
    [
      { name: 'a.b' },
      'name: "a.b" is not a valid DNS label: up to 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
    ],
    [{ name: 'a-name-that-is-longer-than-15' }],
    [{ port: 0 }, 'port: port is 0', 'port: 0 is not between 1 and 65535'],
    [{ port: 65536 }, 'port: 65536 is not between 1 and 65535'],
    [{ port: 9090 }, 'spec.ports[1].port: there is a port 9090/TCP already'],
    [{ port: 9090, protocol: 'UDP' }],
    [{ protocol: 'http' }, 'protocol: "http" is not SCTP, TCP or UDP'],
    [
      { targetPort: 'a_b' },
      'targetPort: "a_b" is not a valid port name: up to 15 lower-case letters, digits and single dashes, with a letter somewhere',
    ],
    [{ targetPort: 70000 }, 'targetPort: 70000 is not between 1 and 65535'],
    [{ targetPort: '' }],
    [{ targetPort: 0 }],
    [{ nodePort: 80 }, 'nodePort: 80 is not between 30000 and 32767'],
    [{ nodePort: 30000 }],
    [{ nodePort: 32768 }, 'nodePort: 32768 is not between 30000 and 32767'],
    [{ appProtocol: '' }, 'appProtocol: appProtocol is empty'],
    [
      { appProtocol: 'a/b/c' },
      'appProtocol: "a/b/c" is not a valid label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
    ],
  ]);
});

describe('Service', () => {
  testCases({ code: 'LLMD-SERVICE', kind: 'Service', below: 'spec.' }, [
    [{ ports: [] }, 'ports: ports is empty'],
    [{ ports: undefined }, 'ports: ports is missing'],
    [{ 'ports[1].nodePort': 30080 }, 'ports[1].nodePort: there is a nodePort 30080/TCP already'],
    [
      { selector: { 'a b': 'c' } },
      'selector["a b"]: "a b" is not a valid label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
    ],
    [
      { type: 'ClusterIP' },
      'ports[0].nodePort: a Service of type ClusterIP has no node ports',
      'loadBalancerClass: loadBalancerClass is only for type LoadBalancer',
      'allocateLoadBalancerNodePorts: allocateLoadBalancerNodePorts is only for type LoadBalancer',
      'loadBalancerSourceRanges: loadBalancerSourceRanges is only for type LoadBalancer',
    ],
    [
      { type: 'Any' },
      'type: "Any" is not ClusterIP, ExternalName, LoadBalancer or NodePort',
      'loadBalancerClass: loadBalancerClass is only for type LoadBalancer',
      'allocateLoadBalancerNodePorts: allocateLoadBalancerNodePorts is only for type LoadBalancer',
      'loadBalancerSourceRanges: loadBalancerSourceRanges is only for type LoadBalancer',
    ],
    [
      { type: 'NodePort' },
      'loadBalancerClass: loadBalancerClass is only for type LoadBalancer',
      'allocateLoadBalancerNodePorts: allocateLoadBalancerNodePorts is only for type LoadBalancer',
      'loadBalancerSourceRanges: loadBalancerSourceRanges is only for type LoadBalancer',
    ],
    [{ clusterIP: 'None' }, 'clusterIP: a Service of type LoadBalancer has an address'],
    [{ clusterIP: 'none' }, 'clusterIP: "none" is not an IP address'],
    [{ clusterIPs: ['10.96.0.77'] }, 'clusterIPs: its first, "10.96.0.77", is not clusterIP ""'],
    [
      { clusterIP: '10.96.0.77', clusterIPs: ['10.96.0.78'] },
      'clusterIPs: its first, "10.96.0.78", is not clusterIP "10.96.0.77"',
    ],
    [{ clusterIP: '10.96.0.77' }],
    [{ clusterIP: '10.96.0.77', ipFamilies: ['IPv6'] }, 'ipFamilies[0]: the address 10.96.0.77 is not IPv6'],
    [
      {
        clusterIP: '10.96.0.77',
        clusterIPs: ['10.96.0.77', '10.96.0.78'],
        ipFamilies: undefined,
        ipFamilyPolicy: 'PreferDualStack',
      },
      'clusterIPs: there is more than one address of a family',
    ],
    [
      { ipFamilies: ['IPv4', 'IPv4'] },
      'ipFamilies[1]: there is a family IPv4 already',
      'ipFamilyPolicy: it is SingleStack, and there are two families',
    ],
    [{ ipFamilies: ['IPv5'] }, 'ipFamilies[0]: "IPv5" is not IPv4 or IPv6'],
    [{ ipFamilies: ['IPv4', 'IPv6'] }, 'ipFamilyPolicy: it is SingleStack, and there are two families'],
    [{ ipFamilyPolicy: 'Any' }, 'ipFamilyPolicy: "Any" is not PreferDualStack, RequireDualStack or SingleStack'],
    [{ externalIPs: ['a'] }, 'externalIPs[0]: "a" is not a valid IP address that others can reach'],
    [{ externalIPs: ['127.0.0.1'] }, 'externalIPs[0]: "127.0.0.1" is not a valid IP address that others can reach'],
    [{ sessionAffinity: 'Any' }, 'sessionAffinity: "Any" is not ClientIP or None'],
    [
      { 'sessionAffinityConfig.clientIP.timeoutSeconds': 0 },
      'sessionAffinityConfig.clientIP.timeoutSeconds: 0 is not between 1 and 86400',
    ],
    [
      { 'sessionAffinityConfig.clientIP.timeoutSeconds': 86401 },
      'sessionAffinityConfig.clientIP.timeoutSeconds: 86401 is not between 1 and 86400',
    ],
    [{ 'sessionAffinityConfig.clientIP.timeoutSeconds': 86400 }],
    [{ sessionAffinity: 'None' }],
    [{ loadBalancerClass: '' }, 'loadBalancerClass: loadBalancerClass is empty'],
    [
      { loadBalancerClass: 'a/b/c' },
      'loadBalancerClass: "a/b/c" is not a valid label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
    ],
    [
      { loadBalancerSourceRanges: ['10.0.0.0'] },
      'loadBalancerSourceRanges[0]: "10.0.0.0" is not a valid range of IP addresses',
    ],
    [{ loadBalancerSourceRanges: [' 10.0.0.0/8 '] }],
    [{ externalTrafficPolicy: 'Any' }, 'externalTrafficPolicy: "Any" is not Cluster or Local'],
    [{ externalTrafficPolicy: 'Local', healthCheckNodePort: 30081 }],
    [
      { healthCheckNodePort: 30081 },
      'healthCheckNodePort: healthCheckNodePort is only for type LoadBalancer with externalTrafficPolicy Local',
    ],
    [{ internalTrafficPolicy: 'Any' }, 'internalTrafficPolicy: "Any" is not Cluster or Local'],
    [{ trafficDistribution: 'Any' }, 'trafficDistribution: "Any" is not PreferClose, PreferSameNode or PreferSameZone'],
    [{ trafficDistribution: 'PreferSameNode' }],
  ]);
});

describe('a headless Service', () => {
  testCases({ code: 'LLMD-SERVICE', kind: 'Service', name: 'headless', below: 'spec.' }, [
    [{ ports: [] }],
    [{ type: 'LoadBalancer' }, 'clusterIP: a Service of type LoadBalancer has an address'],
    [{ type: 'NodePort' }, 'clusterIP: a Service of type NodePort has an address'],
    [
      { externalTrafficPolicy: 'Local' },
      'externalTrafficPolicy: externalTrafficPolicy is only for a Service that is reachable from outside',
    ],
    [{ externalIPs: ['192.0.2.1'], externalTrafficPolicy: 'Local' }],
    [{ 'ports[0].nodePort': 30000 }, 'ports[0].nodePort: a Service of type ClusterIP has no node ports'],
    [{ ipFamilies: ['IPv4', 'IPv6'] }, 'ipFamilyPolicy: it is SingleStack, and there are two families'],
    [{ ipFamilies: ['IPv4', 'IPv6'], selector: undefined }],
  ]);
});

describe('an external name', () => {
  testCases({ code: 'LLMD-SERVICE', kind: 'Service', name: 'hub', below: 'spec.' }, [
    [{ externalName: '' }, 'externalName: externalName is empty'],
    [{ externalName: undefined }, 'externalName: externalName is empty'],
    [
      { externalName: 'a_b' },
      'externalName: "a_b" is not a valid DNS name: up to 253 lower-case letters, digits, dashes and dots',
    ],
    [{ clusterIP: 'None' }, 'clusterIP: clusterIP is only for a Service that has addresses'],
    [{ ipFamilies: ['IPv4'] }, 'ipFamilies: ipFamilies is only for a Service that has addresses'],
    [{ ipFamilyPolicy: 'SingleStack' }, 'ipFamilyPolicy: ipFamilyPolicy is only for a Service that has addresses'],
    [
      { externalTrafficPolicy: 'Local' },
      'externalTrafficPolicy: externalTrafficPolicy is only for a Service that is reachable from outside',
    ],
    [{ clusterIP: '' }],
  ]);
});
