import type { ResourceSet } from '../resource-set';
import { hasHole } from './hole';
import { modelServerProgram, type ModelServerProgram } from './model-servers';
import { containersOf, type PodTemplate, podTemplates } from './pods';

/** Every program of the set that serves models, and its pod. */
export function engines(set: ResourceSet): readonly ModelServerProgram[] {
  return set.view(podTemplates).flatMap(enginesOf);
}

/** The programs of a pod that serve models. */
export function enginesOf(pod: PodTemplate): readonly ModelServerProgram[] {
  return containersOf(pod).flatMap((container) => modelServerProgram(container) ?? []);
}

/** The last value of a long option: null where it is not given, undefined where it cannot be known here. */
export function optionOf(engine: ModelServerProgram, name: string): string | undefined | null {
  const { args } = engine;
  if (args === undefined) return undefined;
  // argparse of vLLM takes `_` for `-`.
  const spelling = new RegExp(`^--${name.replaceAll('-', '[-_]')}(?:=([^]*))?$`);
  const position = args.findLastIndex(({ text }) => spelling.test(text));
  if (position < 0) return args.some(({ text }) => /^--config(?:=|$)/.test(text) || hasHole(text)) ? undefined : null;
  const [, joined] = spelling.exec(args[position].text)!;
  const value = joined ?? args[position + 1]?.text;
  return value === undefined || hasHole(value) ? undefined : value;
}

/** The same as a number. */
export function numberOf(engine: ModelServerProgram, name: string): number | undefined | null {
  const value = optionOf(engine, name);
  if (value === undefined || value === null) return value;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** The port that a program listens on; undefined where it is not known, or where there are several. */
export function portOf(engine: ModelServerProgram): number | undefined {
  const severalServers = (engine.args ?? []).some(({ text }) => /^--(?:data-parallel|headless|uds|grpc)/.test(text));
  return severalServers
    ? undefined
    : (numberOf(engine, 'port') ?? (optionOf(engine, 'port') === null ? 8000 : undefined));
}
