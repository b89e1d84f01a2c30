import { NETWORK_DNS } from '../../../../lib/validation/rules/network/dns';
import { NETWORK_PATH } from '../../../../lib/validation/rules/network/path';
import { diagnostics, places } from '../../../support/diagnostics';
import { deployment, picker, service } from '../../../support/manifests';
import { app, policy, STACK } from '../../../support/network-policies';

const [INGRESS] = ['ingress'].map((field) => [`LLMD-NETWORK-PATH spec.${field}`]);

/** A proxy with this configuration. */
const proxy = (text: string, volume: object = { configMap: { name: 'envoy' } }) => [
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'envoy', namespace: 'default' },
    data: { 'envoy.yaml': text },
  },
  deployment('envoy', {
    containers: [{ name: 'envoy' }],
    volumes: [
      { name: 'tmp', emptyDir: {} },
      { name: 'c', ...volume },
    ],
  }),
  service('opt-epp', 'opt-epp', { ports: [{ port: 9002 }] }),
];
const ENVOY = 'http_filters: [envoy.filters.http.ext_proc]\nsocket_address:\n  address: opt-epp.default.svc\n';

describe('a proxy', () => {
  const CLOSED = ['opt-epp', 'vllm'].map((name) => policy({ podSelector: app(name) }, name));

  test('reaches the picker and the pods', () => {
    expect(diagnostics([NETWORK_PATH], [...STACK, ...proxy(ENVOY), ...CLOSED])).toEqual(
      [
        ['opt-epp', 8000, 'vllm', 'read its metrics'],
        ['envoy', 9002, 'opt-epp', 'ask for an endpoint'],
        ['envoy', 8000, 'vllm', 'send requests'],
      ].map(
        ([client, port, server, purpose]) =>
          `${INGRESS[0]}: Deployment default/${client} must reach port ${port} of Deployment default/${server} to ${purpose}, and no rule here admits it; add an ingress rule from the pods of Deployment default/${client}, on port ${port}`,
      ),
    );
  });

  test('asks where the picker listens', () => {
    const stack = [STACK[0], picker('opt-epp', ['--pool-name=opt', '--grpc-port=7']), STACK[2]];
    const open = policy({ podSelector: app('opt-epp'), ingress: [{ ports: [{ port: 7 }] }] });
    expect(places([NETWORK_PATH], [...stack, ...proxy(ENVOY), open])).toEqual([]);
  });

  const SHORT = 'ext_proc:\n  address: "opt-epp"\n';

  test.each<[string, object[], number]>([
    ['known by a short name', proxy(SHORT), 3],
    ['of agentgateway', proxy('inferenceRouting:\n  host: opt-epp.default.svc.cluster.local:9002'), 3],
    [
      'with a projected volume',
      proxy(ENVOY, { projected: { sources: [{ secret: {} }, { configMap: { name: 'envoy' } }] } }),
      3,
    ],
    ['without a picker', proxy('ext_proc: none'), 1],
    ['of another service', proxy(ENVOY.replace('opt-epp', 'other')), 1],
    ['that calls no picker', proxy('address: opt-epp.default.svc'), 1],
    ['whose configuration is not here', proxy(ENVOY, { configMap: { name: 'other' } }), 1],
    ['of a service in another namespace', proxy(ENVOY.replace('default', 'other')), 1],
  ])('%s', (_, objects, count) => {
    expect(places([NETWORK_PATH], [...STACK, ...objects, ...CLOSED])).toHaveLength(count);
  });

  test('beside its picker is part of it', () => {
    const config = proxy(ENVOY)[0];
    const both = picker('opt-epp', ['--pool-name=opt'], {
      pod: { volumes: [{ name: 'c', configMap: { name: 'envoy' } }] },
    });
    expect(places([NETWORK_PATH], [STACK[0], both, STACK[2], config, proxy(ENVOY)[2], ...CLOSED])).toHaveLength(1);
  });

  describe('asks for names', () => {
    const egress = (...rules: object[]) =>
      policy({ podSelector: app('envoy'), policyTypes: ['Egress'], egress: rules });
    const check = (text: string, ...rules: object[]) =>
      diagnostics([NETWORK_DNS], [...STACK, ...proxy(text), egress(...rules)]);

    test('and may not', () => {
      expect(check(ENVOY, { ports: [{ port: 8000 }] })).toEqual([
        'LLMD-NETWORK-DNS spec.egress: Deployment envoy looks up the Service of its endpoint picker, and no rule here admits it to port 53; add an egress rule for port 53 with protocol UDP, and one with TCP',
      ]);
    });

    test.each<[string, object, number]>([
      ['all ports', { to: [{ podSelector: {} }] }, 0],
      ['the port', { ports: [{ port: 1 }, { port: 53, protocol: 'UDP' }] }, 0],
      ['a range with it', { ports: [{ port: 1, endPort: 53 }] }, 0],
      ['a range below', { ports: [{ port: 1, endPort: 52 }] }, 1],
      ['a range above', { ports: [{ port: 54, endPort: 60 }] }, 1],
      ['some name', { ports: [{ port: 'dns' }] }, 0],
      ['all of UDP', { ports: [{ protocol: 'UDP' }] }, 0],
    ])('on %s', (_, rule, count) => {
      expect(check(ENVOY, rule)).toHaveLength(count);
    });

    test('only where it has a picker to look up', () => {
      expect(check('ext_proc: none', { ports: [{ port: 8000 }] })).toEqual([]);
    });
  });
});
