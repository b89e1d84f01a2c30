import type { ResourceSet } from '../../resource-set';
import type { Rule } from '../../rule';
import { knownRelease } from '../../../catalogue/endpoint-picker/of-image';
import { mountedFile } from '../../facts/mounted-files';
import { type PickerCommand, pickerCommands } from '../../facts/picker-commands';

export const EPP_CERTIFICATE: Rule = {
  code: 'LLMD-EPP-CERTIFICATE',
  severity: 'error',
  title: 'The certificates that the flags of an endpoint picker name are mounted',
  why: 'It ends where it cannot read tls.crt and tls.key. Without --cert-path it makes a certificate itself. A CA for the clients of its metrics needs a certificate for the metrics, and a certificate alone needs --metrics-endpoint-auth.',
  *check(set) {
    for (const command of set.view(pickerCommands)) {
      for (const { flag, files } of neededFiles(command)) {
        const missing = files.find((file) => isMissing(set, command, file));
        if (missing === undefined) continue;
        yield {
          ...command.at(flag),
          message: `there is no file ${missing}, which --${flag} asks for`,
          remedy: 'mount the Secret with the certificate there',
        };
      }
      if (command.isSet('metrics-client-ca-file') && command.text('metrics-cert-dir') === '') {
        yield {
          ...command.at('metrics-client-ca-file'),
          message: '--metrics-client-ca-file stands without --metrics-cert-dir',
          remedy: 'add --metrics-cert-dir',
        };
      }
      const isOpen = command.isOn('metrics-endpoint-auth') === false && command.text('metrics-client-ca-file') === '';
      if (command.isSet('metrics-cert-dir') && isOpen) {
        yield {
          ...command.at('metrics-cert-dir'),
          message: '--metrics-cert-dir stands with neither --metrics-endpoint-auth nor --metrics-client-ca-file',
          remedy: 'set --metrics-endpoint-auth=true, or add --metrics-client-ca-file',
        };
      }
    }
  },
};

function neededFiles(command: PickerCommand) {
  const pair = (directory: string) => ['tls.crt', 'tls.key'].map((file) => `${directory}/${file}`);
  const isServed = command.isOn('secure-serving') !== false;
  const needs: readonly { readonly flag: string; readonly files: (path: string) => readonly string[] }[] = [
    ...(isServed ? [{ flag: 'cert-path', files: pair }] : []),
    { flag: 'metrics-cert-dir', files: pair },
    { flag: 'metrics-client-ca-file', files: (path) => [path] },
  ];
  return needs.flatMap(({ flag, files }) => {
    const path = command.isSet(flag) ? command.text(flag) : undefined;
    return path === undefined ? [] : [{ flag, files: files(path) }];
  });
}

function isMissing(set: ResourceSet, { picker: { container } }: PickerCommand, file: string): boolean {
  const { state } = mountedFile(set, container, file);
  return state === 'missing' || (state === 'image' && knownRelease(container.container.image ?? '') !== undefined);
}
