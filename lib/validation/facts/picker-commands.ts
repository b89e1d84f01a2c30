import { knownRelease } from '../../catalogue/endpoint-picker/of-image';
import { EVERY_FLAG } from '../../catalogue/endpoint-picker/flags/every-flag';
import type { PickerFlags } from '../../catalogue/endpoint-picker/flags/flag';
import { releaseData } from '../../catalogue/endpoint-picker/releases';
import type { Path } from '../../text/path';
import { goBool, goInt } from '../../text/command-line/go-values';
import { isOpenFlag, type ParsedFlags, parseFlags } from '../../text/command-line/pflag';
import type { ResourceSet } from '../resource-set';
import type { Violation } from '../rule';
import { commandLine } from './command-line';
import type { Word } from '../../text/command-line/word';
import { type EndpointPicker, endpointPickers } from './endpoint-pickers';
import { hasUnknown } from '../../text/unknown-value';
import { afterLast, before } from '../../text/parts';

/** An endpoint picker and what it understands of its command line. */
export class PickerCommand {
  constructor(
    readonly picker: EndpointPicker,
    /** Without the program's own name. */
    readonly words: readonly Word[],
    readonly flags: PickerFlags,
    readonly parsed: ParsedFlags,
    /** Whether its release is known, and not only taken for the one that it may be. */
    readonly isCertain: boolean,
  ) {}

  /** The value of a flag: its default where it is not given, undefined where it cannot be known here. */
  text(name: string): string | undefined {
    const value = this.parsed.uses.findLast((use) => use.name === name)?.value;
    if (value !== undefined) return hasUnknown(value) ? undefined : value;
    return this.isWhole ? EVERY_FLAG.get(name)!.default : undefined;
  }

  /** Whether a flag is on; undefined where that cannot be known here. */
  isOn(name: string): boolean | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : goBool(text);
  }

  /** The number of a flag; undefined where it cannot be known here, or is none. */
  number(name: string): number | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : goInt(text);
  }

  /** Whether a flag is given, and not empty. */
  isSet(name: string): boolean {
    return (this.parsed.uses.findLast((use) => use.name === name)?.value ?? '') !== '';
  }

  /** Where a violation of the first of these flags that is given belongs; else the container's arguments. */
  at(...names: readonly string[]): Pick<Violation, 'resource' | 'path'> {
    const use = names
      .map((name) => this.parsed.uses.findLast((candidate) => candidate.name === name))
      .find((candidate) => candidate !== undefined);
    const { container, pod } = this.picker;
    const list =
      container.container.args === undefined && container.container.command !== undefined ? 'command' : 'args';
    return { resource: pod.resource, path: use?.word.path ?? [...container.path, list] };
  }

  /** Where the value of a flag stands that is given. */
  valueAt(name: string): Pick<Violation, 'resource' | 'path'> {
    const { resource } = this.picker.pod;
    return { resource, path: this.parsed.uses.findLast((use) => use.name === name)!.valueWord.path };
  }

  /** `container epp`, for messages. */
  get name(): string {
    return `container ${this.picker.container.container.name}`;
  }

  /** False where a word may be any flag, or where nothing is read to the end. */
  private get isWhole(): boolean {
    return (
      this.parsed.help === undefined &&
      !this.parsed.unknown.some(isOpenFlag) &&
      !this.parsed.rest.some(({ text }) => hasUnknown(text))
    );
  }
}

/** Every endpoint picker of the set whose command line can be read. */
export function pickerCommands(set: ResourceSet): readonly PickerCommand[] {
  return set.view(endpointPickers).flatMap((picker) => {
    const { container, release } = picker;
    const line = commandLine(container);
    if (line === undefined) return [];
    const start = line.findIndex(({ text }) => text.startsWith('-'));
    const words = (container.container.command ?? []).length > 0 && start !== -1 ? line.slice(start) : line;
    const isCertain = set.release !== undefined || !namesOtherVersion(container.container.image ?? '');
    // Where the release is not certain, a flag of any release may be right.
    const flags = isCertain ? releaseData(release.id).flags : EVERY_FLAG;
    return [new PickerCommand(picker, words, flags, parseFlags(words, flags), isCertain)];
  });
}

/** Whether an image says a version that is none of the known releases. */
function namesOtherVersion(image: string): boolean {
  return knownRelease(image) === undefined && /:v?\d+\.\d/.test(afterLast(before(image, '@'), '/'));
}

/** The place of the environment, or of a variable, of a picker. */
export function environmentPath({ picker: { container } }: PickerCommand, name?: string): Path {
  const index = (container.container.env ?? []).findIndex((variable: any) => variable.name === name);
  return [...container.path, 'env', ...(index === -1 ? [] : [index])];
}
