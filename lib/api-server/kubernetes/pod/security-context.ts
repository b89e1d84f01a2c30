/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/core/validation/validation.go: ValidateSecurityContext,
 *   validatePodSpecSecurityContext, validateSeccompProfileField, ValidateAppArmorProfileField, validateSysctls,
 *   ValidateHostSysctl, validateHostUsers
 */
import type { RuleDoc } from '../../rule-doc';
import {
  all,
  between,
  type Check,
  each,
  fields,
  forbidden,
  format,
  oneOfExactly,
  required,
  requiredOneOf,
  show,
  uniqueBy,
} from '../checks';
import type { Field } from '../field';
import { RELATIVE_PATH } from '../../formats/names';

export const SECURITY_CONTEXT: RuleDoc = {
  code: 'LLMD-SECURITY-CONTEXT',
  severity: 'error',
  title: 'Security contexts do not contradict themselves',
  why: 'The API server refuses a privileged container that may not escalate its privileges, users and groups out of range, and profiles without a field that their type needs.',
};

/** Number of a user or a group. */
const id = between(0, 2 ** 31 - 1);

const PROFILE_TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];

/** A profile has a file if and only if its type is Localhost. */
function profile(localFile: Check): Check {
  return (field) => {
    if (!field.given) return;
    requiredOneOf(...PROFILE_TYPES)(field.at('type'));
    const [{ type }, file] = [field.value, field.at('localhostProfile')];
    if (type !== 'Localhost' && file.given) file.refuse(`a profile of type ${type} has no file`, 'remove it');
    if (type === 'Localhost') localFile(file);
  };
}

const seccompFile: Check = (file) => {
  if (!file.given) required(file);
  format(RELATIVE_PATH)(file);
};

const appArmorFile: Check = (file) => {
  const text = file.value ?? '';
  if (text === '') required(file);
  else if (text !== text.trim() || text.length > 4095) {
    file.refuse(
      `${show(text)} is not a valid path of up to 4095 characters without space around it`,
      'correct the path',
    );
  }
};

const profiles = { seccompProfile: profile(seccompFile), appArmorProfile: profile(appArmorFile) };

const containerFields = fields({
  runAsUser: id,
  runAsGroup: id,
  procMount: oneOfExactly('Default', 'Unmasked'),
  ...profiles,
});

/** `securityContext` of a container. `hostUsers`: whether the pod uses the user namespace of the node. */
export function checkContainerSecurity(field: Field, hostUsers: boolean): void {
  const context = field.under(SECURITY_CONTEXT);
  containerFields(context);
  const { allowPrivilegeEscalation, privileged, capabilities, procMount } = context.value ?? {};
  const escalation = context.at('allowPrivilegeEscalation');
  if (allowPrivilegeEscalation === false && privileged === true) {
    escalation.refuse('the container is privileged, which is an escalation', 'remove one of the two');
  }
  if (allowPrivilegeEscalation === false && capabilities?.add?.includes('CAP_SYS_ADMIN')) {
    escalation.refuse('the container adds CAP_SYS_ADMIN, which is an escalation', 'remove one of the two');
  }
  if (procMount === 'Unmasked' && hostUsers) {
    context
      .at('procMount')
      .refuse('Unmasked needs a user namespace of the pod', 'set hostUsers to false, or use Default');
  }
}

const SYSCTL_NAME = /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/;

const sysctlName = format({
  matches: (name) => name.length <= 253 && SYSCTL_NAME.test(name),
  description: 'name of a sysctl, such as net.core.somaxconn',
});

const podFields = fields({
  fsGroup: id,
  runAsUser: id,
  runAsGroup: id,
  supplementalGroups: each(id),
  sysctls: all(each(fields({ name: all(required, sysctlName) })), uniqueBy('name')),
  fsGroupChangePolicy: oneOfExactly('Always', 'OnRootMismatch'),
  supplementalGroupsPolicy: oneOfExactly('Merge', 'Strict'),
  seLinuxChangePolicy: oneOfExactly('MountOption', 'Recursive'),
  ...profiles,
});

/** Sysctls of namespaces that the pod may share with the node, by the field that shares them. */
const SHARED_SYSCTLS = {
  hostNetwork: /^net[./]/,
  hostIPC: /^(kernel[./](sem|shm(all|max|mni|_rmid_forced)?|msg(max|mnb|mni)?)$|fs[./]mqueue[./])/,
};

/** Security settings of a pod. */
export function checkPodSecurity(spec: Field): void {
  const context = spec.at('securityContext').under(SECURITY_CONTEXT);
  podFields(context);
  const { shareProcessNamespace, hostPID, hostUsers } = spec.value;
  if (shareProcessNamespace === true && hostPID === true) {
    const place = spec.at('shareProcessNamespace').under(SECURITY_CONTEXT);
    place.refuse('hostPID already shares the processes of the node', 'keep hostPID, or this');
  }
  for (const [shared, prefix] of Object.entries(SHARED_SYSCTLS)) {
    if (spec.value[shared] !== true) continue;
    const belonging = context.at('sysctls').items.filter(({ value }) => prefix.test(value?.name));
    belonging.forEach((sysctl) =>
      sysctl.refuse(`with ${shared}, it would change the sysctl of the node`, `remove it or ${shared}`),
    );
  }
  if (hostUsers === false) {
    const alone = forbidden('where hostUsers is false');
    fields({ hostNetwork: alone, hostPID: alone, hostIPC: alone })(spec.under(SECURITY_CONTEXT));
  }
}
