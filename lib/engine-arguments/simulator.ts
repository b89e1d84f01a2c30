import type { SimulatorData } from '../catalogue/engines/simulator';
import { refuse } from '../errors';
import type { Where } from '../options/check';
import { expectedValue, parseFlags, similarFlag } from '../text/command-line/pflag';
import { show } from '../text/wording';

/**
 * Refuses arguments with which a version of the simulator ends at once: flags that it does not have, and values that
 * they cannot have. Of a version that was not run here not all flags are known, and of an unknown one none.
 */
export function checkSimulatorArguments(where: Where, args: readonly string[], data: SimulatorData | undefined): void {
  if (data === undefined) return;
  const { version, flags, confirmed } = data;
  const parsed = parseFlags(
    args.map((text, index) => ({ text, path: [index] })),
    flags,
  );
  for (const { written } of confirmed === 'run' ? parsed.unknown : []) {
    const similar = similarFlag(written, flags);
    refuse(where, {
      code: 'LLMD-ENGINE-ARGUMENT',
      got: `the flag ${written}`,
      expected: `a flag of llm-d-inference-sim ${version}`,
      remedy:
        similar === undefined
          ? 'take it away, or pass a version that has it'
          : `write ${similar}, or pass a version that has it`,
    });
  }
  for (const use of parsed.uses) {
    const expected = expectedValue(use);
    if (expected === undefined) continue;
    refuse(where, {
      code: 'LLMD-ENGINE-ARGUMENT-VALUE',
      got: `--${use.name} ${show(use.value ?? '')}`,
      expected,
      remedy: `correct the value of --${use.name}`,
    });
  }
}
