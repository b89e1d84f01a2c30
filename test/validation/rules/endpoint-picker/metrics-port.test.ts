import { service } from '../../../support/manifests';
import { podViolations } from '../../../support/picker-violations';

describe('the port for metrics of a Service', () => {
  const ports = (...list: object[]) => [service('epp', 'epp', { ports: list })];
  const leads = (port: string, to: number, path: string, expected = 9090) => [
    `LLMD-EPP-METRICS-PORT spec.ports[0].${path}: port ${port} leads to port ${to} of Deployment default/epp, whose metrics are on ${expected}; lead it to ${expected}, or set --metrics-port=${to}`,
  ];

  test.each<[string, string[], object[], string[]]>([
    ['leads there', [], ports({ name: 'http-metrics', port: 9090 }), []],
    [
      'leads there by another number',
      ['--metrics-port=9095'],
      ports({ name: 'metrics', port: 80, targetPort: 9095 }),
      [],
    ],
    [
      'leads elsewhere',
      ['--metrics-port=9095'],
      ports({ name: 'metrics', port: 9090 }),
      leads('9090 (metrics)', 9090, 'port', 9095),
    ],
    [
      'leads elsewhere by its target',
      [],
      ports({ name: 'http-metrics', port: 9090, targetPort: 9002 }),
      leads('9090 (http-metrics)', 9002, 'targetPort'),
    ],
    ['is named otherwise', [], ports({ name: 'grpc', port: 9002 }, { port: 80 }, { name: 'metricsx', port: 1 }), []],
    ['has an unknown target', [], ports({ name: 'metrics', port: 80, targetPort: 'nothing' }), []],
    ['is of another Service', [], [service('other', 'other', { ports: [{ name: 'metrics', port: 1 }] })], []],
    ['is of no Service', [], [service('epp', 'epp', {})], []],
  ])('%s', (_, args, beside, expected) => expect(podViolations(args, { beside })).toEqual(expected));
});
