import type { Release } from '../../catalogue/endpoint-picker/release';
import type { Cluster } from '../cluster/cluster';
import { nameOf } from './pods';
import type { Pool } from './pool';

/** A name that clients use, and what answers to it. */
export interface Alias {
  readonly name: string;
  readonly targets: readonly Target[];
  /** The rewrites that answer to this name. Pickers follow the oldest. */
  readonly rewrites: readonly string[];
}

interface Target {
  readonly model: string;
  /** Undefined where none is written. */
  readonly weight?: number;
}

/** What the rewrites of a pool answer to. */
export interface Aliases {
  readonly named: readonly Alias[];
  /** The rewrite that answers to any other name, too. */
  readonly catchAll?: string;
}

/** Finds the rewrites of a pool. */
export async function aliasesOf(cluster: Cluster, pool: Pool, release: Release): Promise<Aliases> {
  const path = `/apis/${release.modelApiVersion}/namespaces/${pool.namespace}/inferencemodelrewrites`;
  const rewrites = ((await cluster.list(path)) ?? []).filter(({ spec }) => spec.poolRef?.name === pool.name);
  const aliases = new Map<string, Alias>();
  let catchAll: string | undefined;
  for (const rewrite of rewrites.sort(byAge)) {
    for (const { matches = [], targets = [] } of (rewrite.spec.rules ?? []) as any[]) {
      if (matches.length === 0) catchAll ??= nameOf(rewrite);
      for (const name of matches.flatMap(({ model }: any): string[] => model?.value ?? [])) {
        const older = aliases.get(name);
        const own = targets.map(({ modelRewrite, weight }: any): Target => ({ model: modelRewrite, weight }));
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
 * Which part of the requests each of some targets gets, from 0 to 1. Without any weight all get the same; without one
 * among others a target gets nothing.
 */
export function sharesOf(targets: readonly Target[]): readonly number[] {
  const isWeighted = targets.some(({ weight }) => weight !== undefined);
  const weights = targets.map(({ weight }) => (isWeighted ? (weight ?? 0) : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
