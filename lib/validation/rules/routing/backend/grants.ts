import { grouped } from '../../../../text/grouped';
import { isSelection, type Reference } from '../../../references/reference';
import { references } from '../../../references/references';
import type { Identity, Resource } from '../../../../api-server/resource';
import type { ResourceSet } from '../../../resource-set';

/** A reference that leaves its namespace, to an object of the set. */
export interface Crossing {
  readonly reference: Reference;
  readonly to: Identity;
  /** The ReferenceGrant that allows it. */
  readonly grant?: Resource;
}

const RELATIONS: readonly string[] = ['backendRef', 'certificateRef', 'secretRef'] satisfies Reference['relation'][];

/** Every reference of Gateway API that needs a ReferenceGrant. */
export function crossings(set: ResourceSet): readonly Crossing[] {
  return set.view(references).flatMap((reference): Crossing[] => {
    const { from, relation, to } = reference;
    if (!RELATIONS.includes(relation) || isSelection(to) || to.namespace === from.namespace) return [];
    if (set.find(to) === undefined) return [];
    return [{ reference, to, grant: grantFor(set, from, to) }];
  });
}

/** Source: Gateway API v1.6.1, ReferenceGrant: it stands in the namespace of what is referred to. */
function grantFor(set: ResourceSet, from: Resource, to: Identity): Resource | undefined {
  const grants = set.view(grantsByNamespace).get(to.namespace) ?? [];
  return grants.find(({ object }) => {
    const { from: sources = [], to: targets = [] } = object.spec ?? {};
    return sources.some((source: any) => isSource(source, from)) && targets.some((target: any) => isTarget(target, to));
  });
}

function isSource({ group, kind, namespace }: any, from: Resource): boolean {
  return group === from.group && kind === from.kind && namespace === from.namespace;
}

function isTarget({ group = '', kind, name }: any, to: Identity): boolean {
  return group === to.group && kind === to.kind && (name === undefined || name === to.name);
}

function grantsByNamespace(set: ResourceSet) {
  return grouped(set.ofKind('gateway.networking.k8s.io', 'ReferenceGrant'), ({ namespace }) => namespace);
}
