import { releaseData } from '../../../catalogue/endpoint-picker/releases';
import type { Rule } from '../../rule';
import { pickerCommands } from '../../facts/picker-commands';

export const EPP_DEPRECATED: Rule = {
  code: 'LLMD-EPP-DEPRECATED',
  severity: 'warning',
  title: 'No flag is given that the next release of the endpoint picker does not have',
  why: 'The picker warns about it, and the next release ends with "unknown flag".',
  *check(set) {
    for (const { picker, parsed } of set.view(pickerCommands)) {
      const { flags } = releaseData(picker.release.id);
      for (const { name, word } of parsed.uses) {
        const { isDeprecated, instead } = flags.get(name) ?? {};
        if (isDeprecated !== true) continue;
        yield {
          resource: picker.pod.resource,
          path: word.path,
          message: `--${name} is deprecated in ${picker.release.id}`,
          remedy: instead!,
        };
      }
    }
  },
};
