import { LABEL_KEY } from '../formats/names';
import type { ObjectViolation } from '../violation';
import { show } from '../../text/wording';
import { FINALIZER } from '../rules/finalizer';
import { OWNER } from '../rules/owner';

const ORPHAN = 'orphan';
const FOREGROUND = 'foregroundDeletion';

/** Finalizers of Kubernetes itself. */
const OWN_FINALIZERS = [ORPHAN, FOREGROUND, 'kubernetes'];

/** Source: k8s.io/apimachinery v0.35.4 pkg/api/validation/objectmeta.go: ValidateOwnerReferences. The schema reports missing fields. */
export function checkOwners(owners: readonly any[]): ObjectViolation[] {
  const violations = owners.flatMap(checkOwner);
  const controllers = owners.flatMap(({ controller }, index) => (controller === true ? [index] : []));
  for (const index of controllers.slice(1)) {
    const message = `owner ${controllers[0]} is also a controller, and only one is allowed`;
    const path = ['metadata', 'ownerReferences', index, 'controller'];
    violations.push({ code: OWNER.code, path, message, remedy: 'keep one of them' });
  }
  return violations;
}

function checkOwner(owner: any, index: number): ObjectViolation[] {
  const refuse = (field: string, message: string, remedy: string): ObjectViolation => ({
    code: OWNER.code,
    path: ['metadata', 'ownerReferences', index, field],
    message,
    remedy,
  });
  const violations = ['kind', 'name', 'uid']
    .filter((field) => owner[field] === '')
    .map((field) => refuse(field, `${field} is empty`, `write the ${field} of the owner`));
  if (typeof owner.apiVersion === 'string' && !/^(?:[^/]*\/)?[^/]+$/.test(owner.apiVersion)) {
    violations.push(refuse('apiVersion', `${show(owner.apiVersion)} has no version`, 'write one such as apps/v1'));
  }
  if (owner.apiVersion === 'v1' && owner.kind === 'Event') {
    violations.push(refuse('kind', 'an Event can own nothing', 'name another owner'));
  }
  return violations;
}

/** `qualified`: whether a finalizer that is not one of Kubernetes' own must have a domain. */
export function checkFinalizers(finalizers: readonly string[], qualified: boolean): ObjectViolation[] {
  const violations = finalizers.flatMap((finalizer, index) => {
    const known =
      OWN_FINALIZERS.includes(finalizer) || (LABEL_KEY.matches(finalizer) && !(qualified && !finalizer.includes('/')));
    if (known) return [];
    const message = `${show(finalizer)} is neither one of Kubernetes' own finalizers nor a name with a domain`;
    const path = ['metadata', 'finalizers', index];
    return [{ code: FINALIZER.code, path, message, remedy: 'write it as example.com/name' }];
  });
  if (finalizers.includes(ORPHAN) && finalizers.includes(FOREGROUND)) {
    const message = `${ORPHAN} and ${FOREGROUND} exclude each other`;
    violations.push({ code: FINALIZER.code, path: ['metadata', 'finalizers'], message, remedy: 'keep one of them' });
  }
  return violations;
}
