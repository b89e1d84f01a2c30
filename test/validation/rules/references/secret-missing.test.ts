import { deploymentOf, documents, gateway, named } from '../../../support/rule-objects';
import { referenceMessages, withVolume } from '../../../support/reference-messages';

describe('Secrets', () => {
  const MAKERS = {
    certificate:
      'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: { name: cert }\nspec: { secretName: tls }\n',
    external: 'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: tls }\nspec: {}\n',
    target:
      'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: cert }\nspec: { target: { name: tls } }\n',
    sealed: 'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: tls }\n',
    synced:
      'apiVersion: secrets-store.csi.x-k8s.io/v1\nkind: SecretProviderClass\nmetadata: { name: a }\nspec: { secretObjects: [{ secretName: tls }] }\n',
  };
  const TLS = withVolume('secret: { secretName: tls, items: [{ key: whatever, path: a }] }');

  test.each<[string, string, string[]]>([
    ['a volume', TLS + named('Secret', 'tls'), []],
    [
      'a volume of nothing',
      TLS,
      ['LLMD-SECRET-MISSING spec.template.spec.volumes[0].secret.secretName: there is no Secret default/tls'],
    ],
    [
      'an image of a ServiceAccount',
      'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: a }\nimagePullSecrets: [{ name: registry }]',
      ['LLMD-SECRET-MISSING imagePullSecrets[0].name: there is no Secret default/registry'],
    ],
    [
      'an image',
      deploymentOf('imagePullSecrets: [{ name: registry }]'),
      ['LLMD-SECRET-MISSING spec.template.spec.imagePullSecrets[0].name: there is no Secret default/registry'],
    ],
    [
      'projected files',
      withVolume('projected: { sources: [{ secret: { name: a } }, { secret: { name: b, optional: true } }] }'),
      [
        'LLMD-SECRET-MISSING spec.template.spec.volumes[0].projected.sources[0].secret.name: there is no Secret default/a',
      ],
    ],
    [
      'a driver of volumes',
      withVolume('csi: { driver: a.io, nodePublishSecretRef: { name: a } }'),
      ['LLMD-SECRET-MISSING spec.template.spec.volumes[0].csi.nodePublishSecretRef.name: there is no Secret default/a'],
    ],
    [
      'a listener',
      documents(
        gateway({
          listener:
            '{ name: a, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: tls }, { name: more, namespace: certs }] } }',
        }),
      ),
      [
        'LLMD-SECRET-MISSING spec.listeners[0].tls.certificateRefs[0].name: there is no Secret default/tls',
        'LLMD-SECRET-MISSING spec.listeners[0].tls.certificateRefs[1].name: there is no Secret certs/more',
      ],
    ],
    [
      'a monitor',
      'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: { name: a }\nspec: { selector: {}, endpoints: [{ authorization: { credentials: { name: token, key: token } } }, { bearerTokenSecret: { name: b, key: c, optional: true } }, { basicAuth: { username: { name: u, key: k }, password: { name: p, key: k } } }] }',
      [
        'LLMD-SECRET-MISSING spec.endpoints[0].authorization.credentials.name: there is no Secret default/token',
        'LLMD-SECRET-MISSING spec.endpoints[2].basicAuth.password.name: there is no Secret default/p',
        'LLMD-SECRET-MISSING spec.endpoints[2].basicAuth.username.name: there is no Secret default/u',
      ],
    ],
    [
      'a policy',
      'apiVersion: agentgateway.dev/v1alpha1\nkind: AgentgatewayPolicy\nmetadata: { name: a }\nspec: { traffic: { apiKeyAuthentication: { secretRef: { name: keys } } } }',
      ['LLMD-SECRET-MISSING spec.traffic.apiKeyAuthentication.secretRef.name: there is no Secret default/keys'],
    ],
    ...Object.entries(MAKERS).map(([name, maker]): [string, string, string[]] => [
      `made by ${name}`,
      `${TLS}---\n${maker}`,
      [],
    ]),
    [
      'made elsewhere',
      `${TLS}---\n${MAKERS.sealed.replace('name: tls', 'name: tls, namespace: other')}`,
      ['LLMD-SECRET-MISSING spec.template.spec.volumes[0].secret.secretName: there is no Secret default/tls'],
    ],
  ])('%s', (_name, yaml, expected) => expect(referenceMessages(yaml)).toEqual(expected));

  test.each<[string, string | undefined, string[]]>([
    ['its namespace', 'default', []],
    ['any namespace', undefined, []],
    [
      'another namespace',
      'llm-d',
      ['LLMD-SECRET-MISSING spec.template.spec.volumes[0].secret.secretName: there is no Secret default/tls'],
    ],
  ])('known to be in the cluster, in %s', (_name, namespace, expected) =>
    expect(referenceMessages(TLS, { external: [{ group: '', kind: 'Secret', name: 'tls', namespace }] })).toEqual(
      expected,
    ),
  );
});
