/*
 * The Pod Security Standard `restricted`, field by field, as far as it concerns Linux pods.
 * Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/, baseline included.
 */

const SAFE_SYSCTLS = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
];

const VOLUME_TYPES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

const SECCOMP_TYPES = ['RuntimeDefault', 'Localhost'];
const PROC_MOUNTS = [undefined, 'Default'];
const SELINUX_TYPES = [undefined, '', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];
const APPARMOR_TYPES = [undefined, 'RuntimeDefault', 'Localhost'];

/** What keeps a namespace that enforces `restricted` from admitting this pod. Empty for a pod that is admitted. */
export function restrictedViolations(spec: any): string[] {
  const containers = [...(spec.initContainers ?? []), ...spec.containers, ...(spec.ephemeralContainers ?? [])];
  return [...podViolations(spec), ...containers.flatMap((container) => containerViolations(container, spec))];
}

function podViolations(spec: any): string[] {
  const sysctls: { name: string }[] = spec.securityContext?.sysctls ?? [];
  return [
    ...['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => spec[field] === true),
    ...sysctls.filter(({ name }) => !SAFE_SYSCTLS.includes(name)).map(({ name }) => `sysctl ${name}`),
    ...(spec.volumes ?? []).flatMap(volumeViolations),
    ...(spec.securityContext?.runAsUser === 0 ? ['pod: runAsUser 0'] : []),
    ...mandatoryAccessViolations('pod', spec.securityContext),
    ...hostProcessViolations('pod', spec.securityContext),
  ];
}

function volumeViolations({ name, ...source }: any): string[] {
  return Object.keys(source)
    .filter((type) => !VOLUME_TYPES.includes(type))
    .map((type) => `volume ${name}: ${type}`);
}

function containerViolations(container: any, pod: any): string[] {
  const { name, securityContext: own = {} } = container;
  const seccomp = own.seccompProfile ?? pod.securityContext?.seccompProfile;
  const capabilities = own.capabilities ?? {};
  const added: string[] = capabilities.add ?? [];
  const violations: [string, boolean][] = [
    ['privileged', own.privileged === true],
    ['allowPrivilegeEscalation is not false', own.allowPrivilegeEscalation !== false],
    ['capabilities.drop lacks ALL', !(capabilities.drop ?? []).includes('ALL')],
    ['capabilities.add', added.some((capability) => capability !== 'NET_BIND_SERVICE')],
    ['runAsNonRoot is not true', (own.runAsNonRoot ?? pod.securityContext?.runAsNonRoot) !== true],
    ['runAsUser 0', own.runAsUser === 0],
    ['seccompProfile', !SECCOMP_TYPES.includes(seccomp?.type)],
    ['procMount', !PROC_MOUNTS.includes(own.procMount)],
    ['hostPort', (container.ports ?? []).some(({ hostPort }: any) => hostPort)],
    ['host of a probe or hook', hooksOf(container).some((hook) => hook?.httpGet?.host || hook?.tcpSocket?.host)],
  ];
  return [
    ...violations.filter(([, violated]) => violated).map(([what]) => `${name}: ${what}`),
    ...mandatoryAccessViolations(name, own),
    ...hostProcessViolations(name, own),
  ];
}

function hooksOf(container: any): any[] {
  const { livenessProbe, readinessProbe, startupProbe, lifecycle } = container;
  return [livenessProbe, readinessProbe, startupProbe, lifecycle?.preStop, lifecycle?.postStart];
}

function mandatoryAccessViolations(where: string, context: any): string[] {
  const { seLinuxOptions = {}, appArmorProfile = {} } = context ?? {};
  return [
    ...(SELINUX_TYPES.includes(seLinuxOptions.type) ? [] : [`${where}: seLinuxOptions.type`]),
    ...(seLinuxOptions.user || seLinuxOptions.role ? [`${where}: seLinuxOptions.user or role`] : []),
    ...(APPARMOR_TYPES.includes(appArmorProfile.type) ? [] : [`${where}: appArmorProfile`]),
  ];
}

function hostProcessViolations(where: string, context: any): string[] {
  return context?.windowsOptions?.hostProcess === true ? [`${where}: hostProcess`] : [];
}
