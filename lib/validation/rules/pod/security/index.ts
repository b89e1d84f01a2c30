import type { Rule } from '../../../rule';
import { APPARMOR } from './apparmor';
import { CAPABILITIES } from './capabilities';
import { type Control, rulesOf } from './control';
import { HOST_NAMESPACES } from './host-namespaces';
import { HOST_PORTS } from './host-ports';
import { HOST_PROBES } from './host-probes';
import { HOST_PROCESS } from './host-process';
import { NON_ROOT } from './non-root';
import { PRIVILEGE_ESCALATION } from './privilege-escalation';
import { PRIVILEGED } from './privileged';
import { PROC_MOUNT } from './proc-mount';
import { ROOT_USER } from './root-user';
import { SECCOMP } from './seccomp';
import { SELINUX } from './selinux';
import { SYSCTLS } from './sysctls';
import { VOLUMES } from './volumes';

/** Every control of `baseline` and `restricted`. */
const CONTROLS: readonly Control[] = [
  APPARMOR,
  CAPABILITIES,
  HOST_NAMESPACES,
  HOST_PORTS,
  HOST_PROBES,
  HOST_PROCESS,
  NON_ROOT,
  PRIVILEGE_ESCALATION,
  PRIVILEGED,
  PROC_MOUNT,
  ROOT_USER,
  SECCOMP,
  SELINUX,
  SYSCTLS,
  VOLUMES,
];

/** Rules about the Pod Security Standards: two for each control. */
export const SECURITY_RULES: readonly Rule[] = CONTROLS.flatMap(rulesOf);
