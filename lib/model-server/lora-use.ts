import type { IConstruct } from 'constructs';
import { refuse } from '../errors';
import { type Mount, scratch } from '../kubernetes/mount';
import { having, listOf } from '../options/checks';
import { show } from '../text/wording';
import type { EngineRequest } from './engine-contract';
import type { LoraAdapter } from './lora-adapter';

/** A list of adapters. */
export const ADAPTERS = listOf(
  having("a LoraAdapter, for example LoraAdapter.huggingFace('sql', 'org/sql-lora')", 'name', 'source', 'mounts'),
);

/** Refuses adapters whose names are taken, and those that the engine could not load. */
export function checkAdapters(
  where: IConstruct,
  { adapters, servedModelNames, model }: Pick<EngineRequest, 'adapters' | 'servedModelNames' | 'model'>,
): void {
  const names = [...servedModelNames, ...adapters.map(({ name }) => name)];
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    refuse(where, {
      code: 'LLMD-LORA-NAME-TWICE',
      got: `the name ${show(twice)} twice among servedModelNames and adapters`,
      expected: 'each name once: clients choose the model or an adapter by it',
      remedy: 'rename one of them',
    });
  }
  const ofHub = adapters.find(({ source }) => !source.startsWith('/'));
  if (ofHub !== undefined && model.spec.env !== undefined && 'HF_HUB_OFFLINE' in model.spec.env) {
    refuse(where, {
      code: 'LLMD-LORA-OFFLINE',
      got: `the adapter ${show(ofHub.name)} of the hub for a model that is served offline`,
      expected: 'an adapter in a volume or an image, as the model is',
      remedy: 'download it by a ModelDownload, and serve it by LoraAdapter.volume',
    });
  }
}

/** Volumes of an engine and of adapters, each path once: a model and its adapters may lie in one volume. */
export function withAdapterMounts(mounts: readonly Mount[] | undefined, adapters: readonly LoraAdapter[]): Mount[] {
  const all = [...(mounts ?? [scratch('/tmp')]), ...adapters.flatMap((adapter) => adapter.mounts)];
  return all.filter(({ path }, index) => all.findIndex((other) => other.path === path) === index);
}
