import { DEFAULT_VLLM } from '../../catalogue/engines/vllm';
import { isVllmSince } from '../../catalogue/engines/vllm-version';
import { nearest } from '../../text/nearest';
import { hasUnknown } from '../../text/unknown-value';
import { type CommandLine, isOpen, type Use } from './argparse';
import type { Argument, Refusal } from './argument';
import type { ArgumentTable } from './argument-table';
import { flagHistory } from './flag-history';
import { readValue } from './value';

/** What argparse refuses in a command line, in words. */
export function refusalsOf(line: CommandLine, table: ArgumentTable): readonly Refusal[] {
  return [
    ...line.ambiguous.map((word) => ambiguousFlag(word, table)),
    ...line.uses.flatMap((use) => valueRefusals(use, table)),
    // After a request for help vLLM does not look at the words that are left.
    ...(line.help === undefined ? leftOver(line, table) : []),
  ];
}

function valueRefusals(use: Use, table: ArgumentTable): readonly Refusal[] {
  const { option, flag, written, values } = use;
  if (values === undefined) return [option.type === undefined ? switchWithValue(use) : withoutValue(use)];
  return values.flatMap((value): Refusal[] => {
    const reading = readValue(table, option, value.text);
    if (!('expected' in reading)) return [];
    const suggestion = nearest(value.text, (option.choices ?? []).map(String));
    return [
      {
        kind: 'value',
        at: use.isJoined ? written.at : value.at,
        message: `${flag} is ${shorten(JSON.stringify(value.text))}, expected ${reading.expected}`,
        remedy: suggestion === undefined ? `correct the value of ${flag}` : `did you mean ${suggestion}?`,
      },
    ];
  });
}

function switchWithValue({ flag, written, option }: Use): Refusal {
  const no = option.flags.find((other) => other.startsWith('--no-'));
  return {
    kind: 'value',
    at: written.at,
    message: `${written.text} has a value, but ${flag} takes none`,
    remedy: `write ${flag} alone${no === undefined ? '' : `, or ${no} for the opposite`}`,
  };
}

function withoutValue({ flag, written }: Use): Refusal {
  return {
    kind: 'value',
    at: written.at,
    message: `${flag} stands without a value`,
    remedy: `write ${flag}=VALUE, also where the value starts with a dash`,
  };
}

function leftOver({ unknown, extra, positional, uses }: CommandLine, table: ArgumentTable): readonly Refusal[] {
  const flags = unknown.filter((word) => !isOpen(word)).map((word) => unknownFlag(word, table));
  // A word that is not known here may be the option that takes these words.
  if ([...unknown, ...extra].some(isOpen) || (positional !== undefined && hasUnknown(positional.text))) return flags;
  return [...flags, ...extra.map((word) => extraWord(word, unknown, uses))];
}

function ambiguousFlag({ written, flags }: CommandLine['ambiguous'][number], table: ArgumentTable): Refusal {
  if (removalOf(nameOf(written)) !== undefined) return unknownFlag(written, table);
  const candidates = [...flags.slice(0, 5), ...(flags.length > 5 ? ['…'] : [])].join(', ');
  return {
    kind: 'flag',
    at: written.at,
    message: `${nameOf(written)} could be ${candidates}`,
    remedy: 'write the whole name',
  };
}

function unknownFlag(written: Argument, table: ArgumentTable): Refusal {
  const name = nameOf(written);
  const periods = flagHistory(name);
  const removedIn = periods.findLast(
    (period) => period.removedIn && isVllmSince(table.version, period.removedIn),
  )?.removedIn;
  const since = periods.find((period) => period.since && !isVllmSince(table.version, period.since))?.since;
  const message = `vLLM ${table.version} has no option ${name}`;
  const refusal = (more: string, remedy: string): Refusal => ({
    kind: 'flag',
    at: written.at,
    message: message + more,
    remedy,
  });
  const removal = removalOf(name);
  if (removedIn !== undefined) return refusal(`, which was removed in vLLM ${removedIn}`, removal ?? 'take it away');
  if (since !== undefined) {
    return refusal(`, which came with vLLM ${since}`, `take it away, or use vLLM ${since} or a newer one`);
  }
  if (removal !== undefined) return refusal(' any more', removal);
  const similar = nearest(name, table.byFlag.keys());
  return refusal('', similar === undefined ? 'take it away' : `did you mean ${similar}?`);
}

/** What to write for an option that was removed. A test shows that each version has what it names. */
function removalOf(name: string): string | undefined {
  const { removedFlags } = DEFAULT_VLLM;
  return Object.hasOwn(removedFlags, name) ? removedFlags[name] : undefined;
}

function extraWord({ text, at }: Argument, unknown: readonly Argument[], uses: readonly Use[]): Refusal {
  const before = [...unknown, ...uses.map(({ written }) => written)].filter((word) => word.at < at);
  const last = before.sort((one, other) => other.at - one.at)[0];
  return {
    kind: 'word',
    at,
    message: `the word ${shorten(JSON.stringify(text))} belongs to no option; one word in front is the model, and there is one already`,
    remedy: last === undefined ? 'take it away' : `take it away, or correct the option in front of it, ${nameOf(last)}`,
  };
}

function nameOf({ text }: Argument): string {
  return text.split('=')[0];
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
