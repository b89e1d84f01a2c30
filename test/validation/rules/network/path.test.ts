import { NETWORK_RULES } from '../../../../lib/validation/rules/network';
import { NETWORK_PATH } from '../../../../lib/validation/rules/network/path';
import { diagnostics, places } from '../../../support/diagnostics';
import { deployment, namespace, picker, pool, vllm } from '../../../support/manifests';
import { app, from, policy, STACK, to } from '../../../support/network-policies';

const [INGRESS, EGRESS] = ['ingress', 'egress'].map((field) => [`LLMD-NETWORK-PATH spec.${field}`]);

describe('from the picker to the pods of its pool', () => {
  const reach =
    'Deployment default/opt-epp must reach port 8000 of Deployment default/vllm to read its metrics, and no rule here admits it';

  test('a policy for the pods', () => {
    expect(diagnostics(NETWORK_RULES, [...STACK, policy(from({ podSelector: app('other') }))])).toEqual([
      `${INGRESS[0]}: ${reach}; add an ingress rule from the pods of Deployment default/opt-epp, on port 8000`,
    ]);
  });

  test('a policy for the picker', () => {
    expect(diagnostics([NETWORK_PATH], [...STACK, policy(to([{ to: [{ podSelector: app('other') }] }]))])).toEqual([
      `${EGRESS[0]}: ${reach}; add an egress rule to the pods of Deployment default/vllm, on port 8000`,
    ]);
  });

  test('several policies', () => {
    const none = ['a', 'b', 'c'].map((name) => policy({ podSelector: {} }, name));
    expect(diagnostics([NETWORK_PATH], [...STACK, ...none])).toEqual([
      expect.stringContaining(`${reach}, nor does b or c; add`),
    ]);
    expect(places([NETWORK_PATH], [...STACK, ...none, policy(from({ podSelector: {} }), 'd')])).toEqual([]);
  });

  test.each<[string, object, string[]]>([
    ['no peer', { podSelector: {} }, INGRESS],
    ['no peer, without a selector', {}, INGRESS],
    ['pods of another app', { podSelector: app('other') }, []],
    ['all peers', { podSelector: {}, ingress: [{}] }, []],
    ['all peers, by an empty list', from(), []],
    ['the picker', from({ podSelector: app('opt-epp') }), []],
    ['the picker, among others', from({ podSelector: app('x') }, { podSelector: app('opt-epp') }), []],
    ['all of its namespace', from({ podSelector: {} }), []],
    ['some address', from({ ipBlock: { cidr: '10.0.0.0/8' } }), []],
    [
      'its namespace, by name',
      from({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'default' } } }),
      [],
    ],
    [
      'another namespace, by name',
      from({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'x' } } }),
      INGRESS,
    ],
    [
      'other namespaces, by name',
      from({
        namespaceSelector: {
          matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['x'] }],
        },
      }),
      INGRESS,
    ],
    ['namespaces of unknown labels', from({ namespaceSelector: { matchLabels: { team: 'x' } } }), []],
    ['all namespaces', from({ namespaceSelector: {} }), []],
    ['both selectors', from({ namespaceSelector: {}, podSelector: app('opt-epp') }), []],
    ['both selectors, one of which fails', from({ namespaceSelector: {}, podSelector: app('x') }), INGRESS],
    ['a rule for ingress only', { podSelector: app('opt-epp'), policyTypes: ['Egress', 'Ingress'], egress: [{}] }, []],
  ])('admits %s', (_, spec, expected) => {
    expect(places([NETWORK_PATH], [...STACK, policy(spec)])).toEqual(expected);
  });

  test.each<[string, object[], string[]]>([
    ['its number', [{ port: 8000 }], []],
    ['another', [{ port: 8001 }], INGRESS],
    ['one of two', [{ port: 1 }, { port: 8000, protocol: 'TCP' }], []],
    ['its name', [{ port: 'http' }], []],
    ['another name', [{ port: 'web' }], INGRESS],
    ['a range', [{ port: 8000, endPort: 8000 }], []],
    ['a range around', [{ port: 7000, endPort: 9000 }], []],
    ['a range below', [{ port: 7000, endPort: 7999 }], INGRESS],
    ['a range above', [{ port: 8001, endPort: 9000 }], INGRESS],
    ['all of TCP', [{ protocol: 'TCP' }], []],
    ['all of UDP', [{ protocol: 'UDP' }], INGRESS],
    ['none named, which is all', [], []],
  ])('on ports: %s', (_, ports, expected) => {
    expect(places([NETWORK_PATH], [...STACK, policy({ podSelector: app('vllm'), ingress: [{ ports }] })])).toEqual(
      expected,
    );
  });

  const admitted = (labels: object) => from({ namespaceSelector: { matchLabels: labels } });

  test('labels of a namespace that is here', () => {
    const objects = [...STACK, namespace('default', { team: 'a' })];
    expect(places([NETWORK_PATH], [...objects, policy(admitted({ team: 'a' }))])).toEqual([]);
    expect(places([NETWORK_PATH], [...objects, policy(admitted({ team: 'b' }))])).toEqual(INGRESS);
  });

  test.each<[string, object, string[]]>([
    [
      'without types, rules for egress count',
      { podSelector: app('opt-epp'), egress: [{ to: [{ podSelector: app('x') }] }] },
      EGRESS,
    ],
    ['without types, an empty list does not', { podSelector: app('opt-epp'), egress: [] }, []],
    ['an empty list with its type does', to([]), EGRESS],
    [
      'without its type it does not',
      { podSelector: app('opt-epp'), policyTypes: ['Ingress'], ingress: [{}], egress: [] },
      [],
    ],
    ['on a named port of the pods', to([{ ports: [{ port: 'http' }] }]), []],
    ['on another named port', to([{ ports: [{ port: 'grpc' }] }]), EGRESS],
  ])('%s', (_, spec, expected) => {
    expect(places([NETWORK_PATH], [...STACK, policy(spec)])).toEqual(expected);
  });

  test.each<[string, object[]]>([
    ['a policy of another namespace', [...STACK, policy({ podSelector: {} }, 'guard', 'other')]],
    [
      'pods in the network of their node',
      [
        STACK[0],
        STACK[1],
        deployment('vllm', { hostNetwork: true, containers: [vllm()] }),
        policy({ podSelector: {} }),
      ],
    ],
    [
      'a picker in the network of its node',
      [
        STACK[0],
        picker('opt-epp', ['--pool-name=opt'], { pod: { hostNetwork: true } }),
        STACK[2],
        policy({ podSelector: {} }),
      ],
    ],
    [
      'a picker of another pool',
      [pool('opt', 'vllm'), picker('e', ['--pool-name=x']), STACK[2], policy({ podSelector: {} })],
    ],
  ])('nothing about %s', (_, objects) => {
    expect(places([NETWORK_PATH], objects)).toEqual([]);
  });

  test('each port of the pool', () => {
    const objects = [pool('opt', 'vllm', { ports: [8000, 8001] }), STACK[1], STACK[2]];
    expect(places([NETWORK_PATH], [...objects, policy({ podSelector: app('vllm') })])).toHaveLength(2);
  });

  test('of a picker that selects them itself', () => {
    const standalone = picker('e', ['--endpoint-selector=app=vllm', '--endpoint-target-ports=8000,8001']);
    expect(places([NETWORK_PATH], [standalone, STACK[2], policy({ podSelector: app('vllm') })])).toHaveLength(2);
  });
});
