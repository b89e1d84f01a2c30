import { listed } from '../../../text/wording';
import { showResource } from '../../../api-server/resource';
import type { ResourceSet } from '../../resource-set';
import type { Rule } from '../../rule';
import { nearest } from '../../../text/nearest';
import { knownRelease } from '../../../catalogue/endpoint-picker/of-image';
import { mountedFile } from '../../facts/mounted-files';
import { type PickerCommand, pickerCommands } from '../../facts/picker-commands';

export const EPP_CONFIG_FILE: Rule = {
  code: 'LLMD-EPP-CONFIG-FILE',
  severity: 'error',
  title: 'The configuration file of an endpoint picker is mounted where --config-file looks for it',
  why: 'It ends with "failed to load config". The path is the mount path and the key of the ConfigMap, and its image holds no file but the program. It takes a file or a text, not both.',
  *check(set) {
    for (const command of set.view(pickerCommands)) {
      if (command.isSet('config-file') && command.isSet('config-text')) {
        yield {
          ...command.at('config-text'),
          message: '--config-text stands beside --config-file',
          remedy: 'take one of the two away',
        };
      }
      const path = command.text('config-file');
      const mistake = path ? fileMistake(set, command, path) : undefined;
      if (mistake !== undefined) yield { ...command.at('config-file'), ...mistake };
    }
  },
};

function fileMistake(set: ResourceSet, { name, picker }: PickerCommand, path: string) {
  const file = mountedFile(set, picker.container, path);
  if (file.state === 'missing') {
    const there = file.files.length === 0 ? 'is empty' : `has ${listed(file.files)}`;
    const similar = nearest(path.split('/').pop()!, file.files);
    return {
      message: `there is no file ${path}: ${listed(file.configMaps.map(showResource))} is mounted there, and ${there}`,
      remedy: similar === undefined ? 'write the name of one of its keys' : `did you mean ${similar}?`,
    };
  }
  if (file.state === 'directory') {
    return {
      message: `${path} is a directory, with ${listed(file.files)}`,
      remedy: 'write the path of the file',
    };
  }
  const isOurs = knownRelease(picker.container.container.image ?? '') !== undefined;
  if (file.state !== 'image' || !isOurs) return undefined;
  return {
    message: `there is no file ${path}: ${name} mounts nothing there, and its image holds no file but the program`,
    remedy: 'mount the ConfigMap with the configuration there',
  };
}
