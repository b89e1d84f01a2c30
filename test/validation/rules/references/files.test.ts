import { REFERENCE_RULES } from '../../../../lib/validation/rules/references';
import { deploymentOf, named } from '../../../support/rule-objects';
import { documents, gateway } from '../../../support/rule-objects';
import { messages } from '../../../support/diagnostics';
import { parseObjects } from '../../../support/objects';

const found = (yaml: string, options?: Parameters<typeof messages>[2]) =>
  messages(REFERENCE_RULES, parseObjects(yaml), options);

/** A pod with these volumes. */
const withVolume = (volume: string, mount = '', name = 'files') =>
  deploymentOf(`containers: [{ name: vllm, volumeMounts: [{ name: ${name}, mountPath: /etc/a, ${mount} }] }]
volumes: [{ name: files, ${volume} }]`);
/** A pod with this variable. */
const withVariable = (source: string) =>
  deploymentOf(`containers: [{ name: vllm, env: [{ name: A, valueFrom: { ${source} } }] }]`);

describe('ConfigMaps', () => {
  const config = named('ConfigMap', 'config', 'data: { a: "1" }\nbinaryData: { b: MQ== }\n');

  test.each<[string, string, string[]]>([
    ['a volume', withVolume('configMap: { name: config }') + config, []],
    [
      'a volume of another name',
      withVolume('configMap: { name: confg }') + config,
      [
        'LLMD-CONFIG-MAP-MISSING spec.template.spec.volumes[0].configMap.name: there is no ConfigMap default/confg; namespace default has config',
      ],
    ],
    ['an optional volume', withVolume('configMap: { name: confg, optional: true }') + config, []],
    [
      'a volume that is not optional',
      withVolume('configMap: { name: confg, optional: false }') + config,
      [
        'LLMD-CONFIG-MAP-MISSING spec.template.spec.volumes[0].configMap.name: there is no ConfigMap default/confg; namespace default has config',
      ],
    ],
    [
      'files',
      withVolume('configMap: { name: config, items: [{ key: a, path: x }, { key: b, path: y }] }') + config,
      [],
    ],
    [
      'files that are not there',
      withVolume('configMap: { name: config, items: [{ key: a, path: x }, { key: c, path: z }] }') + config,
      [
        'LLMD-CONFIG-MAP-KEY spec.template.spec.volumes[0].configMap.items[1].key: ConfigMap default/config has no key c; it has a and b',
      ],
    ],
    [
      'files that need not be there',
      withVolume('configMap: { name: config, optional: true, items: [{ key: c, path: z }] }') + config,
      [],
    ],
    [
      'projected files',
      withVolume(
        'projected: { sources: [{ configMap: { name: config, items: [{ key: d, path: x }] } }, { configMap: { name: other } }] }',
      ) + config,
      [
        'LLMD-CONFIG-MAP-KEY spec.template.spec.volumes[0].projected.sources[0].configMap.items[0].key: ConfigMap default/config has no key d; it has a and b',
        'LLMD-CONFIG-MAP-MISSING spec.template.spec.volumes[0].projected.sources[1].configMap.name: there is no ConfigMap default/other; namespace default has config',
      ],
    ],
    ['a variable', withVariable('configMapKeyRef: { name: config, key: b }') + config, []],
    [
      'a variable that is not there',
      withVariable('configMapKeyRef: { name: config, key: c }') + config,
      [
        'LLMD-CONFIG-MAP-KEY spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.key: ConfigMap default/config has no key c; it has a and b',
      ],
    ],
    [
      'a variable of an empty ConfigMap',
      withVariable('configMapKeyRef: { name: config, key: c }') + named('ConfigMap', 'config'),
      [
        'LLMD-CONFIG-MAP-KEY spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.key: ConfigMap default/config has no key c; it has none',
      ],
    ],
    [
      'a variable of a ConfigMap outside',
      withVariable('configMapKeyRef: { name: other, key: c }'),
      [
        'LLMD-CONFIG-MAP-MISSING spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.name: there is no ConfigMap default/other',
      ],
    ],
    [
      'variables',
      deploymentOf(
        'initContainers: [{ name: init, envFrom: [{ configMapRef: { name: other } }, { secretRef: { name: other, optional: true } }] }]',
      ),
      [
        'LLMD-CONFIG-MAP-MISSING spec.template.spec.initContainers[0].envFrom[0].configMapRef.name: there is no ConfigMap default/other',
      ],
    ],
    ['a file', withVolume('configMap: { name: config }', 'subPath: a') + config, []],
    [
      'a file that is not there',
      withVolume('configMap: { name: config }', 'subPath: c') + config,
      [
        'LLMD-CONFIG-MAP-KEY spec.template.spec.containers[0].volumeMounts[0].subPath: ConfigMap default/config has no key c; it has a and b',
      ],
    ],
    ['a file of another volume', withVolume('configMap: { name: config }', 'subPath: c', 'other') + config, []],
    [
      'a file that has another name',
      withVolume('configMap: { name: config, items: [{ key: a, path: x }] }', 'subPath: x') + config,
      [],
    ],
    ['all files', withVolume('configMap: { name: config }', 'subPath: ""') + config, []],
    [
      'what every namespace has',
      withVolume(
        'projected: { sources: [{ configMap: { name: kube-root-ca.crt } }, { configMap: { name: openshift-service-ca.crt } }] }',
      ),
      [],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(yaml)).toEqual(expected));
});

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
  ])('%s', (_name, yaml, expected) => expect(found(yaml)).toEqual(expected));

  test.each<[string, string | undefined, string[]]>([
    ['its namespace', 'default', []],
    ['any namespace', undefined, []],
    [
      'another namespace',
      'llm-d',
      ['LLMD-SECRET-MISSING spec.template.spec.volumes[0].secret.secretName: there is no Secret default/tls'],
    ],
  ])('known to be in the cluster, in %s', (_name, namespace, expected) =>
    expect(found(TLS, { external: [{ group: '', kind: 'Secret', name: 'tls', namespace }] })).toEqual(expected),
  );
});
