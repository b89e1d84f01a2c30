import { ENDPOINT_PICKER_RULES } from '../../../../lib/validation/rules/endpoint-picker';
import { diagnostics } from '../../../support/diagnostics';
import { deployment, pickerContainer } from '../../../support/manifests';

const ARGS = 'spec.template.spec.containers[0].args';

const OTHER_IMAGE = { image: 'example.com/epp' };

const configMap = (name: string, data: object, fields: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'default' },
  data,
  ...fields,
});

const picker = (args: readonly string[], mounts: readonly object[], volumes: readonly object[], fields: object = {}) =>
  deployment('epp', {
    containers: [
      { ...pickerContainer(['--pool-name=opt', '--tracing=false', ...args]), volumeMounts: mounts, ...fields },
    ],
    volumes,
  });

const VOLUME = [{ name: 'config', configMap: { name: 'epp' } }];

const MOUNT = [{ name: 'config', mountPath: '/config' }];

describe('certificates', () => {
  const secret = [{ name: 'certs', secret: { secretName: 'epp' } }];
  const certs = [{ name: 'certs', mountPath: '/certs' }];
  const missing = (file: string, flag: string) => [
    `LLMD-EPP-CERTIFICATE ${ARGS}[2]: there is no file ${file}, which --${flag} asks for; mount the Secret with the certificate there`,
  ];

  test.each<[string, object[], string[]]>([
    ['mounted', [picker(['--cert-path=/certs'], certs, secret)], []],
    ['not mounted', [picker(['--cert-path=/certs'], [], [])], missing('/certs/tls.crt', 'cert-path')],
    ['not mounted in another image', [picker(['--cert-path=/certs'], [], [], OTHER_IMAGE)], []],
    ['not asked for', [picker(['--cert-path=/certs', '--secure-serving=false'], [], [])], []],
    [
      'half there',
      [picker(['--cert-path=/config'], MOUNT, VOLUME), configMap('epp', { 'tls.crt': '' })],
      missing('/config/tls.key', 'cert-path'),
    ],
    ['of metrics', [picker(['--metrics-cert-dir=/certs'], certs, secret)], []],
    [
      'of metrics, not mounted',
      [picker(['--metrics-cert-dir=/certs'], [], [])],
      missing('/certs/tls.crt', 'metrics-cert-dir'),
    ],
    [
      'of clients, not mounted',
      [picker(['--metrics-client-ca-file=/ca.crt', '--metrics-cert-dir=/certs'], certs, secret)],
      missing('/ca.crt', 'metrics-client-ca-file'),
    ],
    [
      'of clients alone',
      [picker(['--metrics-client-ca-file=/certs/ca.crt'], certs, secret)],
      [
        `LLMD-EPP-CERTIFICATE ${ARGS}[2]: --metrics-client-ca-file stands without --metrics-cert-dir; add --metrics-cert-dir`,
      ],
    ],
    [
      'of metrics without authentication',
      [picker(['--metrics-cert-dir=/certs', '--metrics-endpoint-auth=false'], certs, secret)],
      [
        `LLMD-EPP-CERTIFICATE ${ARGS}[2]: --metrics-cert-dir stands with neither --metrics-endpoint-auth nor --metrics-client-ca-file; set --metrics-endpoint-auth=true, or add --metrics-client-ca-file`,
      ],
    ],
    [
      'of metrics and of clients',
      [
        picker(
          ['--metrics-cert-dir=/certs', '--metrics-endpoint-auth=false', '--metrics-client-ca-file=/certs/ca'],
          certs,
          secret,
        ),
      ],
      [],
    ],
    ['none, and open metrics', [picker(['--metrics-endpoint-auth=false'], [], [])], []],
  ])('%s', (_, objects, expected) => expect(diagnostics(ENDPOINT_PICKER_RULES, objects)).toEqual(expected));
});
