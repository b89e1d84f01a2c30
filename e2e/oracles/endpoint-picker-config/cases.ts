import fc from 'fast-check';
import { stringify } from 'yaml';
import type { ReleaseData } from '../../../lib/catalogue/endpoint-picker/release-data';
import { basesOf, compose } from './bases';
import { Dice } from './dice';
import { mutate, TEXT_MUTATIONS } from './mutations';

/** A configuration, and what was done to it. */
export interface Case {
  readonly text: string;
  readonly mutations: readonly string[];
}

const throws = (length: number) => fc.array(fc.nat(), { minLength: length, maxLength: length });

/** Mutated configurations of a release. */
export function mutatedConfigs(release: ReleaseData): fc.Arbitrary<Case> {
  const bases = basesOf(release);
  return fc
    .record({ base: throws(24), steps: fc.array(throws(16), { minLength: 1, maxLength: 3 }), rendering: throws(8) })
    .map(({ base, steps, rendering }) => {
      const dice = new Dice(base);
      const config = structuredClone(dice.oneIn(3) ? compose(release, dice) : dice.pick(bases));
      const mutations = steps.map((numbers) => mutate(config, new Dice(numbers), release));
      return render(config, mutations, new Dice(rendering));
    });
}

function render(config: object, mutations: readonly string[], dice: Dice): Case {
  if (dice.oneIn(12)) return { text: JSON.stringify(config), mutations: [...mutations, 'json'] };
  const text = stringify(config, { aliasDuplicateObjects: false });
  if (!dice.oneIn(6)) return { text, mutations };
  const [name, change] = dice.pick(Object.entries(TEXT_MUTATIONS));
  return { text: change(text.split('\n'), dice).join('\n'), mutations: [...mutations, name] };
}
