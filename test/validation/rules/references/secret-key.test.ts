import { SECRET_KEY } from '../../../../lib/validation/rules/references/secret-key';
import { diagnostics, places } from '../../../support/diagnostics';
import { pod } from '../../../support/manifests';

describe('a key of a Secret', () => {
  const object = (kind: string, name: string, fields: object = {}, namespace = 'default') => ({
    apiVersion: kind === 'Secret' ? 'v1' : 'example.com/v1',
    kind,
    metadata: { name, namespace },
    ...fields,
  });
  const secret = (fields: object = { data: { token: 'eA==' } }) => object('Secret', 'hub', fields);
  const variable = (ref: object) => [{ name: 'HF_TOKEN', valueFrom: { secretKeyRef: { name: 'hub', ...ref } } }];
  const user = (ref: object = { key: 'HF_TOKEN' }) => pod('vllm', { containers: [{ name: 'a', env: variable(ref) }] });
  const volume = (source: object, mount: object = {}) =>
    pod('vllm', {
      containers: [{ name: 'a', volumeMounts: [{ name: 'hub', mountPath: '/hub', ...mount }] }],
      volumes: [{ name: 'hub', ...source }],
    });

  test('is missing', () => {
    expect(
      diagnostics([SECRET_KEY], [secret({ data: { b: 'eA==' }, stringData: { a: 'x', b: 'x' } }), user()]),
    ).toEqual([
      'LLMD-SECRET-KEY spec.containers[0].env[0].valueFrom.secretKeyRef.key: Secret default/hub has no key HF_TOKEN; it has b and a; name a key of the Secret, or add it there',
    ]);
  });

  const ITEMS = [{ key: 'HF_TOKEN', path: 'token' }];

  test.each<[string, object, string[]]>([
    ['of data', user({ key: 'token' }), []],
    ['optional', user({ key: 'HF_TOKEN', optional: true }), []],
    ['in an init container', pod('vllm', { initContainers: [{ name: 'a', env: variable({ key: 'x' }) }] }), ['key']],
    ['in a volume', volume({ secret: { secretName: 'hub', items: ITEMS } }), ['items[0].key']],
    ['in an optional volume', volume({ secret: { secretName: 'hub', items: ITEMS, optional: true } }), []],
    [
      'in a projection',
      volume({ projected: { sources: [{ secret: { name: 'hub', items: ITEMS } }] } }),
      ['items[0].key'],
    ],
    [
      'in an optional projection',
      volume({ projected: { sources: [{ secret: { name: 'hub', items: ITEMS, optional: true } }] } }),
      [],
    ],
    ['as a single file', volume({ secret: { secretName: 'hub' } }, { subPath: 'HF_TOKEN' }), ['subPath']],
    ['as a single file that is there', volume({ secret: { secretName: 'hub' } }, { subPath: 'token' }), []],
  ])('%s', (_, asking, expected) => {
    const found = places([SECRET_KEY], [secret(), asking]);
    expect(found).toHaveLength(expected.length);
    expected.forEach((end, index) => expect(found[index].endsWith(end)).toBe(true));
  });

  test.each<[string, object[], number]>([
    ['no data', [secret({})], 0],
    [
      'a ServiceAccount, whose token Kubernetes adds',
      [secret({ type: 'kubernetes.io/service-account-token', data: { extra: 'eA==' } })],
      0,
    ],
    ['a controller of its name', [secret(), object('ExternalSecret', 'hub')], 0],
    ['a controller that names it', [secret(), object('ExternalSecret', 'a', { spec: { target: { name: 'hub' } } })], 0],
    ['a certificate', [secret(), object('Certificate', 'a', { spec: { secretName: 'hub' } })], 0],
    ['a controller of another Secret', [secret(), object('SealedSecret', 'other')], 1],
    ['a controller of another namespace', [secret(), object('SealedSecret', 'hub', {}, 'other')], 1],
    ['another kind with its name', [secret(), object('Widget', 'hub')], 1],
    ['no Secret', [], 0],
  ])('with %s', (_, objects, count) => {
    expect(places([SECRET_KEY], [...objects, user()])).toHaveLength(count);
  });
});
