import type { TypeMeta } from '../kinds/type-meta';
import { DNS_1035_LABEL, DNS_LABEL, DNS_SUBDOMAIN, type Format, PATH_SEGMENT } from '../formats/names';
import { IP_ADDRESS } from '../formats/ip';
import { type ObjectViolation, show } from '../violation';
import { NAME } from '../rules/name';

/** The kinds whose names are not just DNS names: `group/kind`. Asked of a real API server, kind by kind. */
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

/** What is wrong with the name of an object, or with the beginning of a generated one. */
export function checkName(name: string, generateName: string, type: TypeMeta): ObjectViolation[] {
  const violations: ObjectViolation[] = [];
  if (name === '' && generateName === '') {
    const message = `the ${type.kind} has no name`;
    violations.push({ code: NAME.code, path: ['metadata', 'name'], message, remedy: 'write metadata.name' });
  }
  if (name !== '') violations.push(...checkPart(name, 'name', type));
  if (generateName !== '') violations.push(...checkPart(generateName, 'generateName', type));
  return violations;
}

function checkPart(text: string, field: 'name' | 'generateName', { group, kind }: TypeMeta): ObjectViolation[] {
  const { matches, description } = FORMATS[`${group}/${kind}`] ?? DNS_SUBDOMAIN;
  if (field === 'name' ? matches(text) : matches(masked(text)) && matches(generated(text))) return [];
  const message = `${show(text)} is no ${description}`;
  return [{ code: NAME.code, path: ['metadata', field], message, remedy: 'rename it' }];
}

/** What is to be continued may end with a dash: maskTrailingDash of apimachinery pkg/api/validation. */
function masked(text: string): string {
  return text.replace(/.-$/, 'a');
}

/** A name such as the API server makes: apiserver pkg/storage/names. */
function generated(text: string): string {
  return `${text.slice(0, 58)}x5x5x`;
}
