import type { Rule } from '../../rule';
import { pickerCommands } from '../../facts/picker-commands';

export const EPP_FATAL: Rule = {
  code: 'LLMD-EPP-FATAL',
  severity: 'error',
  title: 'No flag is given with which the endpoint picker ends',
  why: 'The flags for the names of metrics are registered since GAIE v1.4.0 and refused where they are given: "is deprecated and cannot be used" (llm-d/llm-d-benchmark#927).',
  *check(set) {
    for (const { picker, flags, parsed, isCertain } of set.view(pickerCommands)) {
      // Releases before GAIE v1.4.0 took them.
      if (!isCertain) continue;
      for (const { name, word } of parsed.uses) {
        const { isFatal, instead } = flags.get(name)!;
        if (isFatal !== true) continue;
        yield {
          resource: picker.pod.resource,
          path: word.path,
          message: `the endpoint picker ends where --${name} is given`,
          remedy: instead!,
        };
      }
    }
  },
};
