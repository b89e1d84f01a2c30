import { testCases } from '../change';

describe('ports, a container', () => {
  testCases({ code: 'LLMD-POD-SPEC', kind: 'Deployment', below: 'spec.template.spec.containers[0].' }, [
    [
      { 'ports[0].name': 'HTTP' },
      'ports[0].name: "HTTP" is not a valid port name: up to 15 lower-case letters, digits and single dashes, with a letter somewhere',
    ],
    [
      { 'ports[0].name': 'a-very-long-name-of-a-port' },
      'ports[0].name: "a-very-long-name-of-a-port" is not a valid port name: up to 15 lower-case letters, digits and single dashes, with a letter somewhere',
    ],
    [
      { 'ports[0].name': '8080' },
      'ports[0].name: "8080" is not a valid port name: up to 15 lower-case letters, digits and single dashes, with a letter somewhere',
    ],
    [
      { 'ports[0].name': 'a--b' },
      'ports[0].name: "a--b" is not a valid port name: up to 15 lower-case letters, digits and single dashes, with a letter somewhere',
    ],
    [
      { 'ports[0].name': '-a' },
      'ports[0].name: "-a" is not a valid port name: up to 15 lower-case letters, digits and single dashes, with a letter somewhere',
    ],
    [{ 'ports[1].name': 'http' }, 'ports[1].name: there is a name http already'],
    [{ 'ports[1].name': undefined }],
    [{ 'ports[0].containerPort': 0 }, 'ports[0].containerPort: containerPort is 0'],
    [{ 'ports[0].containerPort': 65535 }],
    [{ 'ports[0].containerPort': 65536 }, 'ports[0].containerPort: 65536 is not between 1 and 65535'],
    [{ 'ports[0].containerPort': -1 }, 'ports[0].containerPort: -1 is not between 1 and 65535'],
    [{ 'ports[0].protocol': 'tcp' }, 'ports[0].protocol: "tcp" is not SCTP, TCP or UDP'],
    [{ 'ports[0].protocol': '' }],
    [{ 'ports[0].hostPort': 70000 }, 'ports[0].hostPort: 70000 is not between 1 and 65535'],
    [
      { 'ports[0].hostPort': 9002 },
      'spec.template.spec.containers[1].ports[0].hostPort: port 9002 of the node is already used',
    ],
    [{ 'ports[0]': { containerPort: 8000, hostPort: 9002, protocol: 'UDP' }, startupProbe: undefined }],
  ]);
});
