import type { Path } from '../../text/path';
import type { Instance, ConfigLoader } from './config-loader';

interface Parameters {
  readonly profiles?: { readonly decode?: string; readonly prefill?: string; readonly encode?: string };
  readonly deciders?: { readonly prefill?: string; readonly encode?: string };
}

/** Follows the references of the handler that splits prefill from decode. */
export function checkDisaggregation(loader: ConfigLoader): void {
  for (const instance of loader.plugins.values()) {
    if (instance.typeName === 'disagg-profile-handler') checkHandler(loader, instance, instance.path!);
  }
}

function checkHandler(loader: ConfigLoader, { parameters }: Instance, path: Path): void {
  const { profiles = {}, deciders = {} } = parameters as Parameters;
  for (const stage of ['prefill', 'encode'] as const) {
    const decider = deciders[stage];
    if (decider) loader.resolve(decider, 'decider', [...path, 'parameters', 'deciders', stage]);
  }
  const stages = ['decode', ...Object.keys(deciders)] as (keyof typeof profiles)[];
  const names = new Set((loader.config.schedulingProfiles ?? []).map(({ name }: { name?: string }) => name));
  for (const stage of stages) {
    const name = profiles[stage] ?? stage;
    if (names.has(name)) continue;
    const message = `the stage ${stage} runs profile ${name}, which is none of schedulingProfiles`;
    loader.report(
      'LLMD-EPP-CONFIG-STAGE',
      path,
      message,
      `add a profile ${name}, or name another one in profiles.${stage}`,
    );
  }
}
