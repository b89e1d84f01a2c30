import { goBool } from '../../../text/command-line/go-values';
import type { Rule } from '../../rule';
import { pickerCommands } from '../../facts/picker-commands';

export const EPP_BOOLEAN: Rule = {
  code: 'LLMD-EPP-BOOLEAN',
  severity: 'error',
  title: 'The value of a flag that is on or off is joined to it',
  why: 'A flag of this kind takes no word after it: `--secure-serving false` is on, and `false` is a word that the program ignores. The charts of GAIE v1.4.0 write flags so.',
  *check(set) {
    for (const { picker, words, parsed } of set.view(pickerCommands)) {
      for (const { name, spec, word } of parsed.uses) {
        const next = words[words.indexOf(word) + 1];
        const isSeparate = spec.type === 'bool' && !word.text.includes('=') && next !== undefined;
        if (!isSeparate || goBool(next.text) !== false) continue;
        yield {
          resource: picker.pod.resource,
          path: next.path,
          message: `--${name} is on: it takes no word after it, and ${next.text} is ignored`,
          remedy: `write --${name}=${next.text}`,
        };
      }
    }
  },
};
