import { checkVllmArguments } from '../../engine-arguments/vllm/check';
import { argumentTable } from '../../engine-arguments/vllm/argument-table';
import { refuse } from '../../errors';
import { nearest } from '../../text/nearest';
import { UNKNOWN } from '../../text/unknown-value';
import { oneOf, show } from '../../text/wording';
import { mergeArguments, notReplaced } from '../merge-arguments';
import type { VllmImage } from './vllm-image';
import type { VllmOptions } from './vllm-options';

/** What Kubernetes fills in when it starts the container. */
const VARIABLE = /\$\(\w+\)/g;

/** Refuses arguments that the version of an image does not take. Of a version that is not known nothing is refused. */
export function checkArguments(where: string, args: readonly string[], { known }: VllmImage): void {
  if (known === undefined) return;
  const [refusal] = checkVllmArguments(
    args.map((word) => word.replace(VARIABLE, UNKNOWN)),
    known,
  );
  if (refusal === undefined) return;
  const [got, expected = `arguments that vLLM ${known} takes`] = refusal.message.split(', expected ');
  refuse(where, {
    code: 'LLMD-ENGINE-ARGUMENT',
    got: `${got}, with vLLM ${known}`,
    expected,
    remedy: refusal.remedy,
  });
}

/** Refuses the user's arguments where the version does not take them, or not together with the engine's own. */
export function checkExtraArguments(
  where: string,
  args: readonly string[],
  extra: readonly string[],
  image: VllmImage,
): void {
  // Without any, the table of arguments need not be read.
  if (extra.length > 0) checkArguments(`${where} with extraArgs`, mergeArguments(args, extra), image);
}

/** The engine's own arguments that the user does not replace by any spelling of theirs. */
export function ownArguments(args: readonly string[], extra: readonly string[], { known }: VllmImage): string[] {
  if (extra.length === 0 || known === undefined) return [...args];
  const { byFlag } = argumentTable(known);
  return notReplaced(args, extra, (flag) => byFlag.get(flag)?.flags[0]);
}

/** Refuses the name of a parser that the version does not have: vLLM looks for it after its command line is read. */
export function checkParsers(where: string, options: VllmOptions, { known }: VllmImage): void {
  if (known === undefined) return;
  const { toolParsers, reasoningParsers } = argumentTable(known);
  for (const [option, flag, parsers] of [
    ['toolCallParser', '--tool-call-parser', toolParsers],
    ['reasoningParser', '--reasoning-parser', reasoningParsers],
  ] as const) {
    const parser = options[option];
    if (parser === undefined || parsers.includes(parser)) continue;
    refuse(where, {
      code: 'LLMD-ENGINE-PARSER',
      got: `${option} ${show(parser)} with vLLM ${known}`,
      expected: nearest(parser, parsers) ?? oneOf(parsers),
      remedy: `write one of vLLM's parsers; for a plugin, leave ${option} out and pass ${flag} with its plugin as extraArgs`,
    });
  }
}
