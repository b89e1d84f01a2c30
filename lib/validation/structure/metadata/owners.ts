import { LABEL_KEY } from '../kubernetes/formats';
import { type Problem, show } from '../problem';
import { FINALIZER } from '../rules/finalizer';
import { OWNER } from '../rules/owner';

const ORPHAN = 'orphan';
const FOREGROUND = 'foregroundDeletion';

/** The finalizers that Kubernetes has itself. */
const OWN_FINALIZERS = [ORPHAN, FOREGROUND, 'kubernetes'];

/** apimachinery pkg/api/validation. What is missing altogether was reported by the schema. */
export function checkOwners(owners: readonly any[]): Problem[] {
  const problems = owners.flatMap(checkOwner);
  const controllers = owners.flatMap(({ controller }, index) => (controller === true ? [index] : []));
  for (const index of controllers.slice(1)) {
    const message = `owner ${controllers[0]} is the controller already, and there can be only one`;
    const path = ['metadata', 'ownerReferences', index, 'controller'];
    problems.push({ code: OWNER.code, path, message, remedy: 'leave one of them' });
  }
  return problems;
}

function checkOwner(owner: any, index: number): Problem[] {
  const refuse = (field: string, message: string, remedy: string): Problem => ({
    code: OWNER.code,
    path: ['metadata', 'ownerReferences', index, field],
    message,
    remedy,
  });
  const problems = ['kind', 'name', 'uid']
    .filter((field) => owner[field] === '')
    .map((field) => refuse(field, `${field} is empty`, `write the ${field} of the owner`));
  if (typeof owner.apiVersion === 'string' && !/^(?:[^/]*\/)?[^/]+$/.test(owner.apiVersion)) {
    problems.push(refuse('apiVersion', `${show(owner.apiVersion)} has no version`, 'write one such as apps/v1'));
  }
  if (owner.apiVersion === 'v1' && owner.kind === 'Event') {
    problems.push(refuse('kind', 'an Event can own nothing', 'name another owner'));
  }
  return problems;
}

/** `qualified` where Kubernetes only lets its own finalizers do without a domain. */
export function checkFinalizers(finalizers: readonly string[], qualified: boolean): Problem[] {
  const problems = finalizers.flatMap((finalizer, index) => {
    const known =
      OWN_FINALIZERS.includes(finalizer) || (LABEL_KEY.matches(finalizer) && !(qualified && !finalizer.includes('/')));
    if (known) return [];
    const message = `${show(finalizer)} is neither one of Kubernetes' own finalizers nor a name behind a domain`;
    const path = ['metadata', 'finalizers', index];
    return [{ code: FINALIZER.code, path, message, remedy: 'write it as example.com/name' }];
  });
  if (finalizers.includes(ORPHAN) && finalizers.includes(FOREGROUND)) {
    const message = `${ORPHAN} and ${FOREGROUND} exclude each other`;
    problems.push({ code: FINALIZER.code, path: ['metadata', 'finalizers'], message, remedy: 'leave one of them' });
  }
  return problems;
}
