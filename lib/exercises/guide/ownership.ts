import { FIELD_MANAGER } from '../cluster/cluster';
import type { KubernetesObject, ManagedFields } from './objects';

const MANAGED_BY = 'app.kubernetes.io/managed-by';
const PART_OF = 'app.kubernetes.io/part-of';

/** The names of managers under which `kubectl` writes: `kubectl-client-side-apply`, `kubectl`, `kubectl-edit`. */
const KUBECTL = /^kubectl(-|$)/;

/** Whether an earlier guide applied an object, so that the field manager of guides is in it. */
export function isAppliedByGuide({ metadata }: KubernetesObject): boolean {
  return entriesOf(metadata).some(({ manager, operation }) => manager === FIELD_MANAGER && operation === 'Apply');
}

/** Whether a manager is that of guides or of kubectl, with which the guides' pages apply the same folders. */
export function isOwnManager(manager: string): boolean {
  return manager === FIELD_MANAGER || KUBECTL.test(manager);
}

/**
 * Who owns an object in the cluster, in words; undefined if a guide may change it: a guide applied it, or kubectl did
 * and its labels are those of the object in the folder. Definitions have no such labels, and kubectl suffices.
 */
export function otherOwnerOf(found: KubernetesObject, object: KubernetesObject): string | undefined {
  if (isAppliedByGuide(found)) return undefined;
  const others = ownersOf(found).filter((manager) => !isOwnManager(manager));
  if (others.length > 0) return others.join(', ');
  if (object.kind === 'CustomResourceDefinition') return undefined;
  const { labels = {} } = found.metadata;
  if (labels[MANAGED_BY] === FIELD_MANAGER && labels[PART_OF] === object.metadata.labels?.[PART_OF]) return undefined;
  const by = [labels[MANAGED_BY] ?? ownersOf(found).join(', '), labels[PART_OF]].filter(Boolean).join(', ');
  return by === '' ? 'an unknown manager' : by;
}

/** The managers of more than metadata: controllers add annotations and finalizers to what others own, and write the status. */
function ownersOf({ metadata }: KubernetesObject): string[] {
  const owning = entriesOf(metadata).filter(
    ({ subresource, fieldsV1 = {} }) =>
      subresource === undefined && Object.keys(fieldsV1).some((key) => !['f:metadata', 'f:status'].includes(key)),
  );
  return [...new Set(owning.map(({ manager = 'an unnamed manager' }) => manager))];
}

function entriesOf({ managedFields = [] }: KubernetesObject['metadata']): readonly ManagedFields[] {
  return managedFields;
}
