import { testCases } from '../change';

describe('probes, a container', () => {
  testCases({ code: 'LLMD-PROBE', kind: 'Deployment', below: 'spec.template.spec.containers[0].' }, [
    [{ startupProbe: {} }, 'startupProbe: no handler is given, expected exec, httpGet, tcpSocket or grpc'],
    [
      { 'startupProbe.exec': { command: ['a'] } },
      'startupProbe.httpGet: exec and httpGet are two handlers, expected one',
    ],
    [
      { 'startupProbe.successThreshold': 2 },
      'startupProbe.successThreshold: 2 successes are expected, and only a readiness probe may need more than 1',
    ],
    [
      { 'livenessProbe.successThreshold': 2 },
      'livenessProbe.successThreshold: 2 successes are expected, and only a readiness probe may need more than 1',
    ],
    [{ 'livenessProbe.successThreshold': 0 }],
    [{ 'readinessProbe.successThreshold': -1 }, 'readinessProbe.successThreshold: -1 is less than 0'],
    [
      { 'readinessProbe.terminationGracePeriodSeconds': 5 },
      'readinessProbe.terminationGracePeriodSeconds: a readiness probe does not end the pod',
    ],
    [
      { 'livenessProbe.terminationGracePeriodSeconds': 0 },
      'livenessProbe.terminationGracePeriodSeconds: 0 is less than 1',
    ],
    [{ 'startupProbe.initialDelaySeconds': -1 }, 'startupProbe.initialDelaySeconds: -1 is less than 0'],
    [{ 'startupProbe.timeoutSeconds': -1 }, 'startupProbe.timeoutSeconds: -1 is less than 0'],
    [{ 'startupProbe.periodSeconds': -1 }, 'startupProbe.periodSeconds: -1 is less than 0'],
    [{ 'startupProbe.failureThreshold': -1 }, 'startupProbe.failureThreshold: -1 is less than 0'],
    [{ 'startupProbe.httpGet.port': 0 }, 'startupProbe.httpGet.port: 0 is not between 1 and 65535'],
    [{ 'startupProbe.httpGet.port': '' }, 'startupProbe.httpGet.port: port is empty'],
    [
      { 'startupProbe.httpGet.port': 'not_a_port' },
      'startupProbe.httpGet.port: "not_a_port" is not a valid port name: up to 15 lower-case letters, digits and single dashes, with a letter somewhere',
    ],
    [{ 'startupProbe.httpGet.scheme': 'FTP' }, 'startupProbe.httpGet.scheme: "FTP" is not HTTP or HTTPS'],
    [{ 'startupProbe.httpGet.path': '' }],
    [
      { 'readinessProbe.httpGet.httpHeaders[0].name': 'X Probe' },
      'readinessProbe.httpGet.httpHeaders[0].name: "X Probe" is not a valid name of an HTTP header: letters, digits and dashes',
    ],
    [{ 'livenessProbe.tcpSocket.port': 65536 }, 'livenessProbe.tcpSocket.port: 65536 is not between 1 and 65535'],
    [{ 'lifecycle.preStop': {} }, 'lifecycle.preStop: no handler is given, expected exec, httpGet, tcpSocket or sleep'],
    [{ 'lifecycle.preStop.exec.command': [] }, 'lifecycle.preStop.exec.command: command is empty'],
    [
      { 'lifecycle.preStop.sleep': { seconds: 5 } },
      'lifecycle.preStop.sleep: exec and sleep are two handlers, expected one',
    ],
    [{ 'lifecycle.preStop': { sleep: { seconds: 90 } } }],
    [
      { 'lifecycle.preStop': { sleep: { seconds: 91 } } },
      "lifecycle.preStop.sleep.seconds: a sleep of 91 s does not fit into the pod's terminationGracePeriodSeconds of 90",
    ],
    [
      { 'lifecycle.preStop': { sleep: { seconds: -1 } } },
      "lifecycle.preStop.sleep.seconds: a sleep of -1 s does not fit into the pod's terminationGracePeriodSeconds of 90",
    ],
  ]);
});

describe('probes', () => {
  testCases({ code: 'LLMD-PROBE', kind: 'Deployment', below: 'spec.template.spec.' }, [
    [
      { 'containers[1].livenessProbe.grpc.port': 0 },
      'containers[1].livenessProbe.grpc.port: port is 0',
      'containers[1].livenessProbe.grpc.port: 0 is not between 1 and 65535',
    ],
    [
      { terminationGracePeriodSeconds: undefined, 'containers[0].lifecycle.postStart': { sleep: { seconds: 31 } } },
      "containers[0].lifecycle.postStart.sleep.seconds: a sleep of 31 s does not fit into the pod's terminationGracePeriodSeconds of 30",
    ],
  ]);
});
