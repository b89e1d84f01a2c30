import { Release } from '../../../../catalogue/endpoint-picker/release';
import { grouped } from '../../../../text/grouped';
import type { Path } from '../../../../text/path';
import { isSelection } from '../../../references/reference';
import { references } from '../../../references/references';
import { type Identity, keyOf, type Resource } from '../../../../api-server/resource';
import type { ResourceSet } from '../../../resource-set';
import { knownRelease } from '../../../../catalogue/endpoint-picker/of-image';
import { pickersOf } from '../../../facts/pool-of-picker';

/** An InferenceModelRewrite or InferenceObjective, and its pool. */
export interface ModelObject {
  readonly resource: Resource;
  readonly pool: Identity;
}

/** Every rewrite and objective that names a pool. */
export function modelObjects(set: ResourceSet): readonly ModelObject[] {
  return set
    .view(references)
    .flatMap(({ from, relation, to }) =>
      relation !== 'poolRef' || isSelection(to) ? [] : { resource: from, pool: to },
    );
}

/** The releases of the endpoint pickers of a pool, as far as their images or the caller say. */
export function releasesOf(set: ResourceSet, pool: Identity): readonly Release[] {
  if (set.release !== undefined) return [Release.of(set.release)];
  return pickersOf(set, pool).flatMap(({ container }) => knownRelease(container.container.image ?? '') ?? []);
}

/** Whether rewrites and objectives of several API groups name this pool. */
export function isMixed(set: ResourceSet, pool: Identity): boolean {
  const objects = set.view(objectsByPool).get(keyOf(pool)) ?? [];
  return new Set(objects.map(({ resource }) => resource.group)).size > 1;
}

function objectsByPool(set: ResourceSet): ReadonlyMap<string, readonly ModelObject[]> {
  return grouped(set.view(modelObjects), ({ pool }) => keyOf(pool));
}

/** A rule of a rewrite, read. */
export interface RewriteRule extends ModelObject {
  readonly path: Path;
  /** The names that it matches; none for a rule that matches all. */
  readonly models: readonly { readonly name: string; readonly path: Path }[];
  readonly targets: readonly RewriteTarget[];
}

/** A model to which a rule sends requests. */
export interface RewriteTarget {
  readonly model: string | undefined;
  readonly weight: number | undefined;
  readonly path: Path;
}

/** Every rule of every rewrite. */
export function rewriteRules(set: ResourceSet): readonly RewriteRule[] {
  return set
    .view(modelObjects)
    .filter(({ resource }) => resource.kind === 'InferenceModelRewrite')
    .flatMap((object) =>
      (object.resource.object.spec?.rules ?? []).map((rule: any, index: number) => read(object, rule, index)),
    );
}

/** What tells apart the rules between which an endpoint picker chooses. */
export function audience({ resource, pool }: ModelObject): string {
  return `${resource.group} ${keyOf(pool)}`;
}

function read(object: ModelObject, { matches = [], targets = [] }: any, index: number): RewriteRule {
  const path = ['spec', 'rules', index];
  return {
    ...object,
    path,
    models: matches.flatMap(({ model }: any, match: number) =>
      model?.value === undefined ? [] : { name: model.value, path: [...path, 'matches', match, 'model', 'value'] },
    ),
    targets: targets.map(({ modelRewrite, weight }: any, target: number) => ({
      model: modelRewrite,
      weight,
      path: [...path, 'targets', target],
    })),
  };
}
