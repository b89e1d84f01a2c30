import { testCases } from './change';

describe('Ingress', () => {
  testCases({ code: 'LLMD-INGRESS', kind: 'Ingress', below: 'spec.' }, [
    [{ defaultBackend: undefined, rules: [] }, 'spec: there are neither rules nor a defaultBackend'],
    [{ rules: [] }],
    [
      { 'rules[0].host': '10.0.0.1' },
      'rules[0].host: "10.0.0.1" is not a valid host: a DNS name, optionally after "*."',
    ],
    [{ 'rules[0].host': '*' }, 'rules[0].host: "*" is not a valid host: a DNS name, optionally after "*."'],
    [{ 'rules[0].host': 'a.*.com' }, 'rules[0].host: "a.*.com" is not a valid host: a DNS name, optionally after "*."'],
    [{ 'rules[0].host': 'A' }, 'rules[0].host: "A" is not a valid host: a DNS name, optionally after "*."'],
    [{ 'rules[0].http.paths': [] }, 'rules[0].http.paths: paths is empty'],
    [{ 'rules[0].http.paths[0].pathType': undefined }, 'rules[0].http.paths[0].pathType: pathType is missing'],
    [
      { 'rules[0].http.paths[0].pathType': 'Regex' },
      'rules[0].http.paths[0].pathType: "Regex" is not Exact, ImplementationSpecific or Prefix',
    ],
    [
      { 'rules[0].http.paths[0].path': 'v1' },
      'rules[0].http.paths[0].path: "v1" is not a valid absolute path without "//", "/./", "/../" and "%2f"',
    ],
    [{ 'rules[0].http.paths[0].path': undefined }, 'rules[0].http.paths[0].path: path is missing'],
    [
      { 'rules[0].http.paths[0].path': '/a//b' },
      'rules[0].http.paths[0].path: "/a//b" is not a valid absolute path without "//", "/./", "/../" and "%2f"',
    ],
    [
      { 'rules[0].http.paths[0].path': '/a/..' },
      'rules[0].http.paths[0].path: "/a/.." is not a valid absolute path without "//", "/./", "/../" and "%2f"',
    ],
    [
      { 'rules[0].http.paths[0].path': '/a/../b' },
      'rules[0].http.paths[0].path: "/a/../b" is not a valid absolute path without "//", "/./", "/../" and "%2f"',
    ],
    [
      { 'rules[0].http.paths[0].path': '/a%2Fb' },
      'rules[0].http.paths[0].path: "/a%2Fb" is not a valid absolute path without "//", "/./", "/../" and "%2f"',
    ],
    [{ 'rules[0].http.paths[0].path': '/a/.b' }],
    [{ 'rules[0].http.paths[1].path': 'a' }, 'rules[0].http.paths[1].path: "a" is not a valid absolute path'],
    [
      { 'rules[0].http.paths[0].backend': {} },
      'rules[0].http.paths[0].backend: no backend is given, expected service or resource',
    ],
    [
      { 'rules[0].http.paths[0].backend.resource': { kind: 'A', name: 'b' } },
      'rules[0].http.paths[0].backend.resource: service and resource are two backends, expected one',
    ],
    [
      { 'rules[0].http.paths[0].backend.service.name': '1a' },
      'rules[0].http.paths[0].backend.service.name: "1a" is not a valid DNS label that begins with a letter: up to 63 lower-case letters, digits and dashes',
    ],
    [
      { 'rules[0].http.paths[0].backend.service.name': '' },
      'rules[0].http.paths[0].backend.service.name: name is empty',
    ],
    [
      { 'rules[0].http.paths[0].backend.service.port': {} },
      'rules[0].http.paths[0].backend.service.port: there are 0 of name and number, expected 1',
    ],
    [
      { 'rules[0].http.paths[0].backend.service.port': undefined },
      'rules[0].http.paths[0].backend.service.port: there are 0 of name and number, expected 1',
    ],
    [
      { 'rules[0].http.paths[0].backend.service.port.number': 65536 },
      'rules[0].http.paths[0].backend.service.port.number: 65536 is not between 1 and 65535',
    ],
    [
      { 'rules[0].http.paths[0].backend.service.port': { name: 'a', number: 1 } },
      'rules[0].http.paths[0].backend.service.port: there are 2 of name and number, expected 1',
    ],
    [{ 'rules[0].http.paths[0].backend.service.port': { name: '', number: 1 } }],
    [
      { 'defaultBackend.service.port.name': 'a_b' },
      'defaultBackend.service.port.name: "a_b" is not a valid port name: up to 15 lower-case letters, digits and single dashes, with a letter somewhere',
    ],
    [
      { 'rules[0].http.paths[1].backend.resource.name': '' },
      'rules[0].http.paths[1].backend.resource.name: name is empty',
    ],
    [{ 'tls[0].hosts': ['a_b'] }, 'tls[0].hosts[0]: "a_b" is not a valid host: a DNS name, optionally after "*."'],
    [
      { 'tls[0].secretName': 'A' },
      'tls[0].secretName: "A" is not a valid DNS name: up to 253 lower-case letters, digits, dashes and dots',
    ],
    [{ ingressClassName: '' }, 'ingressClassName: ingressClassName is empty'],
    [
      { ingressClassName: 'A' },
      'ingressClassName: "A" is not a valid DNS name: up to 253 lower-case letters, digits, dashes and dots',
    ],
  ]);
});
