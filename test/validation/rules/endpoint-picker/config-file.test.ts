import { ENDPOINT_PICKER_RULES } from '../../../../lib/validation/rules/endpoint-picker';
import { diagnostics } from '../../../support/diagnostics';
import { ARGS } from '../../../support/picker-violations';
import { CONFIG_MOUNT, CONFIG_VOLUME, configMap, OTHER_IMAGE, pickerWithFiles } from '../../../support/picker-files';

const EPP = configMap('epp', { 'plugins.yaml': '', 'other.yaml': '' });

describe('the configuration file', () => {
  const of = (
    path: string,
    mounts: readonly object[] = CONFIG_MOUNT,
    volumes: readonly object[] = CONFIG_VOLUME,
    fields: object = {},
  ) => pickerWithFiles([`--config-file=${path}`], mounts, volumes, fields);
  const none = (
    path: string,
    there = 'has plugins.yaml and other.yaml',
    remedy = 'write the name of one of its keys',
  ) => [
    `LLMD-EPP-CONFIG-FILE ${ARGS}[2]: there is no file ${path}: ConfigMap default/epp is mounted there, and ${there}; ${remedy}`,
  ];
  const items = [{ name: 'config', configMap: { name: 'epp', items: [{ key: 'plugins.yaml', path: 'a/b.yaml' }] } }];
  const projected = (...sources: object[]) => [{ name: 'config', projected: { sources } }];

  test.each<[string, object[], string[]]>([
    ['is there', [of('/config/plugins.yaml'), EPP], []],
    [
      'is there by a crooked path',
      [of('/config/../config//plugins.yaml', [{ name: 'config', mountPath: '/config/' }]), EPP],
      [],
    ],
    [
      'is there by a relative path',
      [of('plugins.yaml', CONFIG_MOUNT, CONFIG_VOLUME, { workingDir: '/config' }), EPP],
      [],
    ],
    ['is one item', [of('/config/a/b.yaml', CONFIG_MOUNT, items), EPP], []],
    [
      'is mounted alone',
      [of('/etc/x.yaml', [{ name: 'config', mountPath: '/etc/x.yaml', subPath: 'plugins.yaml' }]), EPP],
      [],
    ],
    [
      'is in a folder of the volume',
      [of('/etc/b.yaml', [{ name: 'config', mountPath: '/etc', subPath: 'a' }], items), EPP],
      [],
    ],
    [
      'is projected',
      [
        of(
          '/config/plugins.yaml',
          CONFIG_MOUNT,
          projected({ serviceAccountToken: {} }, { configMap: { name: 'epp' } }),
        ),
        EPP,
      ],
      [],
    ],
    [
      'is in the innermost mount',
      [of('/config/deep/plugins.yaml', [...CONFIG_MOUNT, { name: 'config', mountPath: '/config/deep' }]), EPP],
      [],
    ],
    ['is binary', [of('/config/b'), configMap('epp', {}, { binaryData: { b: '' } })], []],
    ['is in a ConfigMap of the cluster', [of('/config/plugins.yaml')], []],
    [
      'is in a Secret',
      [of('/config/plugins.yaml', CONFIG_MOUNT, [{ name: 'config', secret: { secretName: 'a' } }])],
      [],
    ],
    [
      'is in a projected Secret',
      [of('/config/x', CONFIG_MOUNT, projected({ secret: {} }, { configMap: { name: 'epp' } })), EPP],
      [],
    ],
    ['is in a volume that is missing', [of('/config/x', CONFIG_MOUNT, []), EPP], []],
    ['is at a path that a variable tells', [of('/config/x', [{ ...CONFIG_MOUNT[0], subPathExpr: '$(A)' }]), EPP], []],
    ['is in another image', [of('/etc/epp.yaml', [], [], OTHER_IMAGE)], []],
    [
      'has another name',
      [of('/config/plugin.yaml'), EPP],
      none('/config/plugin.yaml', undefined, 'did you mean plugins.yaml?'),
    ],
    ['has quite another name', [of('/config/default'), EPP], none('/config/default')],
    [
      'is no item',
      [of('/config/plugins.yaml', CONFIG_MOUNT, items), EPP],
      none('/config/plugins.yaml', 'has a/b.yaml'),
    ],
    ['is none of an empty ConfigMap', [of('/config/x'), configMap('epp', {})], none('/config/x', 'is empty')],
    [
      'is the folder',
      [of('/config'), EPP],
      [
        `LLMD-EPP-CONFIG-FILE ${ARGS}[2]: /config is a directory, with plugins.yaml and other.yaml; write the path of the file`,
      ],
    ],
    [
      'is a folder in it',
      [of('/config/a', CONFIG_MOUNT, items), EPP],
      [expect.stringContaining('/config/a is a directory, with a/b.yaml')],
    ],
    [
      'is mounted nowhere',
      [of('/configs/plugins.yaml'), EPP],
      [
        `LLMD-EPP-CONFIG-FILE ${ARGS}[2]: there is no file /configs/plugins.yaml: container epp mounts nothing there, and its image holds no file but the program; mount the ConfigMap with the configuration there`,
      ],
    ],
    ['is not given', [pickerWithFiles(['--config-file='], [], [])], []],
    [
      'stands beside a text',
      [pickerWithFiles(['--config-file=/config/plugins.yaml', '--config-text=a'], CONFIG_MOUNT, CONFIG_VOLUME), EPP],
      [`LLMD-EPP-CONFIG-FILE ${ARGS}[3]: --config-text stands beside --config-file; take one of the two away`],
    ],
    [
      'stands beside an empty text',
      [pickerWithFiles(['--config-file=/config/plugins.yaml', '--config-text='], CONFIG_MOUNT, CONFIG_VOLUME), EPP],
      [],
    ],
  ])('%s', (_, objects, expected) => expect(diagnostics(ENDPOINT_PICKER_RULES, objects)).toEqual(expected));
});
