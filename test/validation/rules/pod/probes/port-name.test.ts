import { PROBE_PORT_NAME } from '../../../../../lib/validation/rules/pod/probes/port-name';
import { diagnostics, places } from '../../../../support/diagnostics';
import { pod, podWith, vllm } from '../../../../support/manifests';
import { httpProbe } from '../../../../support/probes';

describe('the name of a port', () => {
  const place = (field: string, type = 'httpGet') => [`LLMD-PROBE-PORT-NAME spec.containers[0].${field}.${type}.port`];

  test.each<[string, object, string]>([
    ['its own', {}, 'http'],
    ['none', { ports: [{ containerPort: 8000 }] }, 'no named port'],
    ['no ports', { ports: undefined }, 'no named port'],
    [
      'two',
      {
        ports: [
          { name: 'a', containerPort: 1 },
          { name: 'b', containerPort: 2 },
        ],
      },
      'a, b',
    ],
  ])('is not there: %s', (_, fields, has) => {
    expect(diagnostics([PROBE_PORT_NAME], podWith(vllm({ ...fields, readinessProbe: httpProbe('/', 'web') })))).toEqual(
      [
        `${place('readinessProbe')[0]}: readinessProbe asks port web, and container vllm has ${has}; write the name of one of its ports, or a number`,
      ],
    );
  });

  test.each<[string, object, string[]]>([
    ['readinessProbe', { readinessProbe: httpProbe('/', 'http') }, []],
    ['a number', { readinessProbe: httpProbe('/', 1) }, []],
    ['startupProbe', { startupProbe: { tcpSocket: { port: 'web' } } }, place('startupProbe', 'tcpSocket')],
    ['livenessProbe', { livenessProbe: httpProbe('/', 'web') }, place('livenessProbe')],
    ['preStop', { lifecycle: { preStop: httpProbe('/', 'web') } }, place('lifecycle.preStop')],
    ['postStart', { lifecycle: { postStart: httpProbe('/', 'web') } }, place('lifecycle.postStart')],
    ['of another host', { livenessProbe: { httpGet: { port: 'web', host: 'a' } } }, []],
    ['of a command', { livenessProbe: { exec: { command: ['x'] } } }, []],
    ['not given', { livenessProbe: { httpGet: {} } }, []],
  ])('%s', (_, probes, expected) => {
    expect(places([PROBE_PORT_NAME], podWith(vllm(probes)))).toEqual(expected);
  });

  test('is one of the same container', () => {
    const other = { name: 'other', readinessProbe: httpProbe('/', 'http') };
    expect(places([PROBE_PORT_NAME], [pod('p', { containers: [vllm(), other] })])).toEqual([
      'LLMD-PROBE-PORT-NAME spec.containers[1].readinessProbe.httpGet.port',
    ]);
  });
});
