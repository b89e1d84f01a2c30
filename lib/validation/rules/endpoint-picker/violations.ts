import { EVERY_FLAG, releasesWithFlag } from '../../../catalogue/endpoint-picker/flags/every-flag';
import { expectedValue, isOpenFlag, similarFlag, type UnknownFlag } from '../../../text/command-line/pflag';
import { listed } from '../../../text/wording';
import type { ResourceSet } from '../../resource-set';
import type { Violation } from '../../rule';
import { type PickerCommand, pickerCommands } from '../../facts/picker-commands';

/** A violation that an endpoint picker has with a flag, and ends for. */
export interface ObjectViolation {
  readonly command: PickerCommand;
  readonly kind: 'flag' | 'value';
  readonly violation: Violation;
}

/** Everything that endpoint pickers cannot read in their command lines. */
export function violations(set: ResourceSet): readonly ObjectViolation[] {
  return set
    .view(pickerCommands)
    .flatMap((command) => [
      ...helpRequests(command),
      ...command.parsed.unknown
        .filter((flag) => !isOpenFlag(flag))
        .map((flag): ObjectViolation => ({ command, kind: 'flag', violation: unknown(command, flag) })),
      ...wrongValues(command).map((violation): ObjectViolation => ({ command, kind: 'value', violation })),
    ]);
}

/** The violations of one kind, of pickers whose release is known. */
export function certain(set: ResourceSet, kind: ObjectViolation['kind']): Violation[] {
  return set
    .view(violations)
    .filter((violation) => violation.kind === kind && violation.command.isCertain)
    .map(({ violation }) => violation);
}

function helpRequests(command: PickerCommand): ObjectViolation[] {
  const { help } = command.parsed;
  if (help === undefined) return [];
  const message = 'the endpoint picker prints its usage and ends';
  const { resource } = command.picker.pod;
  const violation = { resource, path: help.path, message, remedy: `take ${help.text} away` };
  return [{ command, kind: 'flag', violation }];
}

function unknown(command: PickerCommand, { word, written }: UnknownFlag): Violation {
  const name = written.replace(/^--/, '');
  const other = EVERY_FLAG.get(name);
  const { resource } = command.picker.pod;
  const has = `the endpoint picker of ${command.isCertain ? command.picker.release.id : 'every known release'} has no flag ${written}`;
  if (other !== undefined) {
    const where = `, which is one of ${listed(releasesWithFlag(name))}`;
    return { resource, path: word.path, message: has + where, remedy: other.instead ?? 'take it away' };
  }
  // `-pool-name` is a row of one-letter flags for pflag.
  const isShort = /^-[^-]/.test(written) && command.flags.has(written.slice(1));
  const similar = isShort ? `-${written}` : similarFlag(written, command.flags);
  return {
    resource,
    path: word.path,
    message: isShort ? `${written} has one dash, and long flags have two` : has,
    remedy: similar === undefined ? 'take it away' : isShort ? `write ${similar}` : `did you mean ${similar}?`,
  };
}

function wrongValues({ picker, parsed }: PickerCommand): Violation[] {
  return parsed.uses.flatMap((use) => {
    const expected = expectedValue(use);
    if (expected === undefined) return [];
    const came = use.value === undefined ? 'stands without a value' : `is ${JSON.stringify(use.value)}`;
    return [
      {
        resource: picker.pod.resource,
        path: use.valueWord.path,
        message: `--${use.name} ${came}, expected ${expected}`,
        remedy: `write --${use.name}=${use.spec.type === 'bool' ? 'true or =false' : 'VALUE'}`,
      },
    ];
  });
}
