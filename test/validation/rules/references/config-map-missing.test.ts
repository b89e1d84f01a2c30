import { deploymentOf, named } from '../../../support/rule-objects';
import { referenceMessages, withVolume } from '../../../support/reference-messages';

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
  ])('%s', (_name, yaml, expected) => expect(referenceMessages(yaml)).toEqual(expected));
});
