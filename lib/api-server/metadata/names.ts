import type { TypeMeta } from '../kinds/type-meta';
import { DNS_1035_LABEL, DNS_LABEL, DNS_SUBDOMAIN, type Format, PATH_SEGMENT } from '../formats/names';
import { IP_ADDRESS } from '../formats/ip';
import type { ObjectViolation } from '../violation';
import { show } from '../../text/wording';
import { NAME } from '../rules/name';
import { append } from '../../text/append';

/** The formats of names that are not DNS names, by `group/kind`, as a real API server answered for each kind. */
const FORMATS: { readonly [groupKind: string]: Format } = {
  '/Event': PATH_SEGMENT,
  '/Namespace': DNS_LABEL,
  '/Service': DNS_1035_LABEL,
  'apps/StatefulSet': DNS_LABEL,
  'certificates.k8s.io/CertificateSigningRequest': PATH_SEGMENT,
  'networking.k8s.io/IPAddress': IP_ADDRESS,
  'policy/PodDisruptionBudget': PATH_SEGMENT,
  'rbac.authorization.k8s.io/ClusterRole': PATH_SEGMENT,
  'rbac.authorization.k8s.io/ClusterRoleBinding': PATH_SEGMENT,
  'rbac.authorization.k8s.io/Role': PATH_SEGMENT,
  'rbac.authorization.k8s.io/RoleBinding': PATH_SEGMENT,
};

/** Checks the name of an object, or the prefix of a generated name. */
export function checkName(name: string, generateName: string, type: TypeMeta): ObjectViolation[] {
  const violations: ObjectViolation[] = [];
  if (name === '' && generateName === '') {
    const message = `the ${type.kind} has no name`;
    violations.push({ code: NAME.code, path: ['metadata', 'name'], message, remedy: 'write metadata.name' });
  }
  if (name !== '') append(violations, checkPart(name, 'name', type));
  if (generateName !== '') append(violations, checkPart(generateName, 'generateName', type));
  return violations;
}

function checkPart(text: string, field: 'name' | 'generateName', { group, kind }: TypeMeta): ObjectViolation[] {
  const { matches, description } = FORMATS[`${group}/${kind}`] ?? DNS_SUBDOMAIN;
  if (field === 'name' ? matches(text) : matches(masked(text)) && matches(generated(text))) return [];
  const message = `${show(text)} is not a valid ${description}`;
  return [{ code: NAME.code, path: ['metadata', field], message, remedy: 'rename it' }];
}

/** A prefix may end with a dash: maskTrailingDash of apimachinery pkg/api/validation. */
function masked(text: string): string {
  return text.replace(/.-$/, 'a');
}

/** A name that the API server generates from a prefix: apiserver pkg/storage/names. */
function generated(text: string): string {
  return `${text.slice(0, 58)}x5x5x`;
}
