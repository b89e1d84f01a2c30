import { expectedValue, isOpenFlag, parseFlags, similarFlag } from '../../../text/command-line/pflag';
import type { Rule } from '../../rule';
import { engines } from '../../facts/engines';
import { DEFAULT_SIMULATOR } from '../../../catalogue/engines/simulator';

/** Only of this version are all flags known. */
const { version: VERSION, flags: FLAGS } = DEFAULT_SIMULATOR;

export const SIMULATOR_FLAG: Rule = {
  code: 'LLMD-SIMULATOR-FLAG',
  severity: 'warning',
  title: 'Every flag is one that the simulator has',
  why: `llm-d-inference-sim takes some of vLLM's options and none of the others: it ends at once ("unknown flag"), and that with status 0. Only images of version ${VERSION} are checked.`,
  *check(set) {
    for (const { program, container, args } of set.view(engines)) {
      const isKnown = (container.container.image ?? '').includes(`:v${VERSION}`);
      if (program !== 'simulator' || !isKnown || args === undefined) continue;
      const { uses, unknown } = parseFlags(args, FLAGS);
      const { resource } = container.pod;
      for (const flag of unknown.filter((candidate) => !isOpenFlag(candidate))) {
        const similar = similarFlag(flag.written, FLAGS);
        yield {
          resource,
          path: flag.word.path,
          message: `llm-d-inference-sim ${VERSION} has no flag ${flag.written}`,
          remedy: similar === undefined ? 'take it away' : `did you mean ${similar}?`,
        };
      }
      for (const use of uses) {
        const expected = expectedValue(use);
        if (expected === undefined) continue;
        yield {
          resource,
          path: use.valueWord.path,
          message: `--${use.name} is ${JSON.stringify(use.value ?? '')}, expected ${expected}`,
          remedy: `correct the value of --${use.name}`,
        };
      }
    }
  },
};
