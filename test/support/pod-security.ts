/*
 * A pod that `restricted` admits, and pods that violate one control of it.
 */

export const CONTEXT = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const CONTAINER = { name: 'c', securityContext: CONTEXT };
const POD_CONTEXT = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
export const POD = { securityContext: POD_CONTEXT, containers: [CONTAINER] };

export type Fields = Record<string, unknown>;
export const withContainer = (fields: Fields) => ({ ...POD, containers: [{ ...CONTAINER, ...fields }] });
export const withContext = (fields: Fields) => withContainer({ securityContext: { ...CONTEXT, ...fields } });
export const withPodContext = (fields: Fields) => ({ ...POD, securityContext: { ...POD_CONTEXT, ...fields } });

const OWN = 'spec.containers[0].securityContext';

/** The violation of each pod, by the control of `restricted` that it violates. */
export const BREACHES: readonly (readonly [code: string, path: string, got: string, expected: string, spec: Fields])[] =
  [
    [
      'APPARMOR',
      'spec.securityContext.appArmorProfile.type',
      'the pod has the AppArmor profile Unconfined',
      'RuntimeDefault, Localhost or none',
      withPodContext({ appArmorProfile: { type: 'Unconfined' } }),
    ],
    [
      'APPARMOR',
      `${OWN}.appArmorProfile.type`,
      'container c has the AppArmor profile Unconfined',
      'RuntimeDefault, Localhost or none',
      withContext({ appArmorProfile: { type: 'Unconfined' } }),
    ],
    [
      'CAPABILITIES',
      `${OWN}.capabilities.drop`,
      'container c drops no capability',
      'ALL among them',
      withContext({ capabilities: undefined }),
    ],
    [
      'CAPABILITIES',
      `${OWN}.capabilities.drop`,
      'container c drops KILL, CHOWN',
      'ALL among them',
      withContext({ capabilities: { drop: ['KILL', 'CHOWN'] } }),
    ],
    [
      'CAPABILITIES',
      `${OWN}.capabilities.add[1]`,
      'container c adds SYS_NICE',
      'none but NET_BIND_SERVICE',
      withContext({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE', 'SYS_NICE'] } }),
    ],
    ...['hostNetwork', 'hostPID', 'hostIPC'].map(
      (field) =>
        [
          'HOST-NAMESPACES',
          `spec.${field}`,
          `the pod sets ${field}`,
          'a namespace of its own',
          { ...POD, [field]: true },
        ] as const,
    ),
    [
      'HOST-PORTS',
      'spec.containers[0].ports[1].hostPort',
      'container c takes port 80 of the node',
      'none',
      withContainer({
        ports: [
          { containerPort: 1, hostPort: 0 },
          { containerPort: 80, hostPort: 80 },
        ],
      }),
    ],
    [
      'HOST-PROBES',
      'spec.containers[0].livenessProbe.httpGet.host',
      'livenessProbe of container c asks the host a',
      'no host',
      withContainer({ livenessProbe: { httpGet: { port: 1, host: 'a' } } }),
    ],
    [
      'HOST-PROBES',
      'spec.containers[0].readinessProbe.tcpSocket.host',
      'readinessProbe of container c asks the host a',
      'no host',
      withContainer({ readinessProbe: { tcpSocket: { port: 1, host: 'a' } } }),
    ],
    [
      'HOST-PROBES',
      'spec.containers[0].startupProbe.httpGet.host',
      'startupProbe of container c asks the host a',
      'no host',
      withContainer({ startupProbe: { httpGet: { port: 1, host: 'a' } } }),
    ],
    [
      'HOST-PROBES',
      'spec.containers[0].lifecycle.postStart.httpGet.host',
      'postStart of container c asks the host a',
      'no host',
      withContainer({ lifecycle: { postStart: { httpGet: { port: 1, host: 'a' } } } }),
    ],
    [
      'HOST-PROBES',
      'spec.containers[0].lifecycle.preStop.httpGet.host',
      'preStop of container c asks the host a',
      'no host',
      withContainer({ lifecycle: { preStop: { httpGet: { port: 1, host: 'a' } } } }),
    ],
    [
      'HOST-PROCESS',
      'spec.securityContext.windowsOptions.hostProcess',
      'the pod is a HostProcess',
      'none',
      withPodContext({ windowsOptions: { hostProcess: true } }),
    ],
    [
      'HOST-PROCESS',
      `${OWN}.windowsOptions.hostProcess`,
      'container c is a HostProcess',
      'none',
      withContext({ windowsOptions: { hostProcess: true } }),
    ],
    [
      'NON-ROOT',
      `${OWN}.runAsNonRoot`,
      'container c may run as root',
      'runAsNonRoot: true on it or on the pod',
      withPodContext({ runAsNonRoot: undefined }),
    ],
    [
      'NON-ROOT',
      'spec.securityContext.runAsNonRoot',
      'the pod sets runAsNonRoot: false',
      'true',
      withPodContext({ runAsNonRoot: false }),
    ],
    [
      'NON-ROOT',
      `${OWN}.runAsNonRoot`,
      'container c sets runAsNonRoot: false',
      'runAsNonRoot: true on it or on the pod',
      withContext({ runAsNonRoot: false }),
    ],
    [
      'PRIVILEGE-ESCALATION',
      `${OWN}.allowPrivilegeEscalation`,
      'programs of container c may gain rights',
      'allowPrivilegeEscalation: false',
      withContext({ allowPrivilegeEscalation: undefined }),
    ],
    [
      'PRIVILEGE-ESCALATION',
      `${OWN}.allowPrivilegeEscalation`,
      'programs of container c may gain rights',
      'allowPrivilegeEscalation: false',
      withContext({ allowPrivilegeEscalation: true }),
    ],
    ['PRIVILEGED', `${OWN}.privileged`, 'container c is privileged', 'none that is', withContext({ privileged: true })],
    [
      'PROC-MOUNT',
      `${OWN}.procMount`,
      'container c mounts /proc Unmasked',
      'Default',
      withContext({ procMount: 'Unmasked' }),
    ],
    [
      'PROC-MOUNT',
      `${OWN}.procMount`,
      'container c mounts /proc Unmasked',
      'Default',
      { ...withContext({ procMount: 'Unmasked' }), hostUsers: false },
    ],
    [
      'ROOT-USER',
      'spec.securityContext.runAsUser',
      'the pod runs as root',
      'a user other than 0',
      withPodContext({ runAsUser: 0 }),
    ],
    ['ROOT-USER', `${OWN}.runAsUser`, 'container c runs as root', 'a user other than 0', withContext({ runAsUser: 0 })],
    [
      'SECCOMP',
      `${OWN}.seccompProfile`,
      'container c has no seccomp profile, and neither has the pod',
      'RuntimeDefault or Localhost',
      withPodContext({ seccompProfile: undefined }),
    ],
    [
      'SECCOMP',
      'spec.securityContext.seccompProfile.type',
      'the pod has the seccomp profile Unconfined',
      'RuntimeDefault or Localhost',
      withPodContext({ seccompProfile: { type: 'Unconfined' } }),
    ],
    [
      'SECCOMP',
      `${OWN}.seccompProfile.type`,
      'container c has the seccomp profile Unconfined',
      'RuntimeDefault or Localhost',
      withContext({ seccompProfile: { type: 'Unconfined' } }),
    ],
    [
      'SELINUX',
      `${OWN}.seLinuxOptions.type`,
      'container c has the SELinux type spc_t',
      'one of container_t, container_init_t, container_kvm_t, container_engine_t',
      withContext({ seLinuxOptions: { type: 'spc_t' } }),
    ],
    [
      'SELINUX',
      'spec.securityContext.seLinuxOptions.user',
      'the pod has the SELinux user u',
      'no user',
      withPodContext({ seLinuxOptions: { user: 'u' } }),
    ],
    [
      'SELINUX',
      'spec.securityContext.seLinuxOptions.role',
      'the pod has the SELinux role r',
      'no role',
      withPodContext({ seLinuxOptions: { role: 'r' } }),
    ],
    [
      'SYSCTLS',
      'spec.securityContext.sysctls[0].name',
      'the pod sets kernel.msgmax',
      'a safe sysctl',
      withPodContext({ sysctls: [{ name: 'kernel.msgmax', value: '1' }] }),
    ],
    [
      'VOLUMES',
      'spec.volumes[1]',
      'volume v is of type hostPath',
      'one of configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected, secret',
      {
        ...POD,
        volumes: [
          { name: 'w', emptyDir: {} },
          { name: 'v', hostPath: { path: '/' } },
        ],
      },
    ],
    [
      'PRIVILEGED',
      'spec.initContainers[0].securityContext.privileged',
      'container i is privileged',
      'none that is',
      { ...POD, initContainers: [{ name: 'i', securityContext: { ...CONTEXT, privileged: true } }] },
    ],
  ];
