import { ENDPOINT_PICKER_RULES } from '../../../../lib/validation/rules/endpoint-picker';
import { diagnostics } from '../../../support/diagnostics';
import { ARGS } from '../../../support/picker-violations';
import { CONFIG_MOUNT, CONFIG_VOLUME, configMap, OTHER_IMAGE, pickerWithFiles } from '../../../support/picker-files';

describe('certificates', () => {
  const secret = [{ name: 'certs', secret: { secretName: 'epp' } }];
  const certs = [{ name: 'certs', mountPath: '/certs' }];
  const missing = (file: string, flag: string) => [
    `LLMD-EPP-CERTIFICATE ${ARGS}[2]: there is no file ${file}, which --${flag} asks for; mount the Secret with the certificate there`,
  ];

  test.each<[string, object[], string[]]>([
    ['mounted', [pickerWithFiles(['--cert-path=/certs'], certs, secret)], []],
    ['not mounted', [pickerWithFiles(['--cert-path=/certs'], [], [])], missing('/certs/tls.crt', 'cert-path')],
    ['not mounted in another image', [pickerWithFiles(['--cert-path=/certs'], [], [], OTHER_IMAGE)], []],
    ['not asked for', [pickerWithFiles(['--cert-path=/certs', '--secure-serving=false'], [], [])], []],
    [
      'half there',
      [pickerWithFiles(['--cert-path=/config'], CONFIG_MOUNT, CONFIG_VOLUME), configMap('epp', { 'tls.crt': '' })],
      missing('/config/tls.key', 'cert-path'),
    ],
    ['of metrics', [pickerWithFiles(['--metrics-cert-dir=/certs'], certs, secret)], []],
    [
      'of metrics, not mounted',
      [pickerWithFiles(['--metrics-cert-dir=/certs'], [], [])],
      missing('/certs/tls.crt', 'metrics-cert-dir'),
    ],
    [
      'of clients, not mounted',
      [pickerWithFiles(['--metrics-client-ca-file=/ca.crt', '--metrics-cert-dir=/certs'], certs, secret)],
      missing('/ca.crt', 'metrics-client-ca-file'),
    ],
    [
      'of clients alone',
      [pickerWithFiles(['--metrics-client-ca-file=/certs/ca.crt'], certs, secret)],
      [
        `LLMD-EPP-CERTIFICATE ${ARGS}[2]: --metrics-client-ca-file stands without --metrics-cert-dir; add --metrics-cert-dir`,
      ],
    ],
    [
      'of metrics without authentication',
      [pickerWithFiles(['--metrics-cert-dir=/certs', '--metrics-endpoint-auth=false'], certs, secret)],
      [
        `LLMD-EPP-CERTIFICATE ${ARGS}[2]: --metrics-cert-dir stands with neither --metrics-endpoint-auth nor --metrics-client-ca-file; set --metrics-endpoint-auth=true, or add --metrics-client-ca-file`,
      ],
    ],
    [
      'of metrics and of clients',
      [
        pickerWithFiles(
          ['--metrics-cert-dir=/certs', '--metrics-endpoint-auth=false', '--metrics-client-ca-file=/certs/ca'],
          certs,
          secret,
        ),
      ],
      [],
    ],
    ['none, and open metrics', [pickerWithFiles(['--metrics-endpoint-auth=false'], [], [])], []],
  ])('%s', (_, objects, expected) => expect(diagnostics(ENDPOINT_PICKER_RULES, objects)).toEqual(expected));
});
