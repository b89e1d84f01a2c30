import type { Release } from '../../catalogue/endpoint-picker/release';
import type { Cluster } from '../cluster/cluster';
import { nameOf } from '../cluster/pods';
import type { Pool } from './pool';

/** A model name of a rewrite's rule, with the targets of that rule. */
export interface Alias {
  readonly name: string;
  readonly targets: readonly AliasTarget[];
  /** Names of the rewrites with this alias, oldest first. Pickers follow the oldest. */
  readonly rewrites: readonly string[];
}

/** A model to which an alias leads. */
interface AliasTarget {
  readonly model: string;
  /** Undefined where the rewrite has none. */
  readonly weight?: number;
}

/** The aliases that the rewrites of a pool define. */
export interface Aliases {
  readonly named: readonly Alias[];
  /** Name of the rewrite with a rule for any other model name. */
  readonly catchAll?: string;
}

/** Reads the aliases from the rewrites of a pool. */
export async function aliasesOf(cluster: Cluster, pool: Pool, release: Release): Promise<Aliases> {
  const path = `/apis/${release.modelApiVersion}/namespaces/${pool.namespace}/inferencemodelrewrites`;
  const rewrites = (
    (await cluster.list(path, 'spec', 'spec.rules?[].matches?[]', 'spec.rules?[].targets?[].modelRewrite')) ?? []
  ).filter(({ spec }) => spec.poolRef?.name === pool.name);
  const aliases = new Map<string, Alias>();
  let catchAll: string | undefined;
  for (const rewrite of rewrites.sort(byAge)) {
    for (const { matches = [], targets = [] } of (rewrite.spec.rules ?? []) as any[]) {
      if (matches.length === 0) catchAll ??= nameOf(rewrite);
      for (const name of matches.flatMap(({ model }: any): string[] => model?.value ?? [])) {
        const older = aliases.get(name);
        const own = targets.map(({ modelRewrite, weight }: any): AliasTarget => ({ model: modelRewrite, weight }));
        const rewrites = [...(older?.rewrites ?? []), nameOf(rewrite)];
        aliases.set(name, { name, targets: older?.targets ?? own, rewrites });
      }
    }
  }
  return { named: [...aliases.values()], catchAll };
}

function byAge(one: any, other: any): number {
  return one.metadata.creationTimestamp < other.metadata.creationTimestamp ? -1 : 1;
}

/**
 * The share of the requests of each target, from 0 to 1. If no target has a weight, all get the same share. If only some
 * have one, the others get nothing.
 */
export function sharesOf(targets: readonly AliasTarget[]): readonly number[] {
  const isWeighted = targets.some(({ weight }) => weight !== undefined);
  const weights = targets.map(({ weight }) => (isWeighted ? (weight ?? 0) : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
