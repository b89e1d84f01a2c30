/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/core/validation/validation.go: validateResourceRequirements,
 *   validatePodResourceRequirements, validateContainerResourceName, validatePodResourceName,
 *   validateResourceClaimNames, validateResourceQuantityHugePageValue, ValidateResourceQuantityValue, validateOverhead
 */
import type { RuleDoc } from '../../rule-doc';
import { oneOf } from '../../../text/wording';
import { format, required, show } from '../checks';
import type { Field } from '../field';
import { DNS_LABEL, LABEL_KEY } from '../../formats/names';
import { MILLIS, millis, NANOS, nanos } from '../../../text/quantity';

export const RESOURCES: RuleDoc = {
  code: 'LLMD-RESOURCES',
  severity: 'error',
  title: 'Requests do not exceed limits, and the resources exist',
  why: 'The API server refuses requests above limits, unknown resource names, and devices such as GPUs whose request and limit differ, since a device cannot be shared.',
};

const HUGE_PAGES = 'hugepages-';
const OF_CONTAINERS = ['cpu', 'memory', 'ephemeral-storage'];
const OF_PODS = ['cpu', 'memory'];

/** `overhead` of a pod: amounts without limits. */
export function checkOverhead(overhead: Field): void {
  for (const [name, amount] of overhead.under(RESOURCES).entries) {
    checkContainerResourceName(name, amount);
    checkAmount(name, amount);
  }
}

interface Scope {
  /** Allowed resources other than huge pages. */
  readonly standard: readonly string[];
  /** Whether extended resources such as devices are allowed. Their names have a domain. */
  readonly extended: boolean;
  /** Claims of the pod, to which `claims` refers. */
  readonly claims: ReadonlySet<string>;
}

/** `resources` of a container. */
export function checkContainerResources(field: Field, claims: ReadonlySet<string>): void {
  checkResources(field, { standard: OF_CONTAINERS, extended: true, claims });
}

/** `resources` of a pod. */
export function checkPodResources(field: Field): void {
  checkResources(field, { standard: OF_PODS, extended: false, claims: new Set() });
}

function checkResources(field: Field, scope: Scope): void {
  const resources = field.under(RESOURCES);
  const [requests, limits] = [resources.at('requests'), resources.at('limits')];
  const amounts = [...requests.entries, ...limits.entries];
  for (const [name, amount] of amounts) {
    checkName(name, amount, scope);
    checkAmount(name, amount);
  }
  for (const [name, request] of requests.entries) checkAgainstLimit(name, request, limits.at(name));
  const names = amounts.map(([name]) => name);
  if (names.some(isHugePages) && !names.some((name) => OF_PODS.includes(name))) {
    resources.refuse('huge pages are requested without cpu or memory', 'request cpu or memory too');
  }
  checkClaims(resources.at('claims'), scope.claims);
}

/** Checks the name of a resource of a container. */
export function checkContainerResourceName(name: string, field: Field): void {
  checkName(name, field, { standard: OF_CONTAINERS, extended: true });
}

function checkName(name: string, amount: Field, { standard, extended }: Omit<Scope, 'claims'>): void {
  const known = standard.includes(name) || isHugePages(name) || (extended && isQualified(name));
  if (known && LABEL_KEY.matches(name)) return;
  const expected = oneOf([...standard, `${HUGE_PAGES}SIZE`, ...(extended ? ['a name such as nvidia.com/gpu'] : [])]);
  amount.refuse(`${show(name)} is not a valid resource here, expected ${expected}`, 'correct the name');
}

function isHugePages(name: string): boolean {
  return name.startsWith(HUGE_PAGES);
}

/** Whether a name has a domain and is short enough for the prefix that quotas add. */
function isQualified(name: string): boolean {
  return (
    name.includes('/') && (isNative(name) || (!name.startsWith('requests.') && LABEL_KEY.matches(`requests.${name}`)))
  );
}

function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

function checkAmount(name: string, field: Field): void {
  const amount = millis(field.value);
  if (amount === undefined) return;
  if (amount < 0n) field.refuse(`${show(field.value)} is less than 0`, 'write an amount of 0 or more');
  else if (!isNative(name) && amount % MILLIS !== 0n) {
    field.refuse(`${show(field.value)} of ${name} is not a whole number`, 'write a whole number');
  } else if (isHugePages(name) && !isWholePages(name, field.value)) {
    field.refuse(`${show(field.value)} is not a multiple of ${name}`, 'write a multiple of the page size');
  }
}

function isWholePages(name: string, amount: unknown): boolean {
  const size = nanos(name.slice(HUGE_PAGES.length));
  return size !== undefined && size > 0n && size % NANOS === 0n && nanos(amount)! % size === 0n;
}

function checkAgainstLimit(name: string, request: Field, limit: Field): void {
  const shared = isNative(name) && !isHugePages(name);
  const [requested, most] = [millis(request.value), millis(limit.value)];
  if (!limit.given && !shared) {
    request.refuse(
      `${name} has no limit, and such a resource cannot be shared`,
      'write the amount into limits; the request can be removed',
    );
  }
  if (requested === undefined || most === undefined) return;
  if (!shared && requested !== most) {
    request.refuse(
      `${name}: ${request.value} is not its limit ${limit.value}, and it cannot be shared`,
      'make both the same',
    );
  } else if (requested > most) {
    request.refuse(
      `${name}: ${request.value} is more than its limit ${limit.value}`,
      'request less, or raise the limit',
    );
  }
}

function checkClaims(list: Field, claims: ReadonlySet<string>): void {
  const seen = new Set<string>();
  for (const claim of list.items) {
    const { name, request = '' } = claim.value ?? {};
    format(DNS_LABEL)(claim.at('request'));
    if (!name) required(claim.at('name'));
    else if (!claims.has(name))
      claim.at('name').refuse(`${show(name)} is not a valid claim of the pod`, 'add it to resourceClaims');
    if (
      seen.has(name) ||
      seen.has(`${name}/${request}`) ||
      (!request && [...seen].some((key) => key.startsWith(`${name}/`)))
    ) {
      claim.refuse(`claim ${show(name)} is listed already`, 'keep one of them');
    }
    seen.add(request ? `${name}/${request}` : name);
  }
}
