import { goBool } from '../../../text/command-line/go-values';
import type { Rule } from '../../rule';
import { hasUnknown } from '../../../text/unknown-value';
import { pickerCommands } from '../../facts/picker-commands';

export const EPP_WORD: Rule = {
  code: 'LLMD-EPP-WORD',
  severity: 'warning',
  title: 'Each word of the command line of an endpoint picker is a flag or the value of one',
  why: 'The picker ignores other words, and all words after `--`: a flag without its dashes has no effect.',
  *check(set) {
    for (const { picker, flags, parsed } of set.view(pickerCommands)) {
      // What follows a flag that the picker does not know may be its value.
      if (parsed.unknown.length > 0) continue;
      for (const { text, path } of parsed.rest) {
        const [name] = text.replace(/^-+/, '').split('=');
        if (hasUnknown(text) || goBool(text) !== undefined) continue;
        yield {
          resource: picker.pod.resource,
          path,
          message: `the endpoint picker does not read the word ${JSON.stringify(text)}`,
          remedy: flags.has(name) ? `write --${text.replace(/^-+/, '')}` : 'take it away',
        };
      }
    }
  },
};
