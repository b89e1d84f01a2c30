import { testCases } from '../change';

describe('security, a container', () => {
  testCases(
    { code: 'LLMD-SECURITY-CONTEXT', kind: 'Deployment', below: 'spec.template.spec.containers[0].securityContext.' },
    [
      [{ privileged: true }, 'allowPrivilegeEscalation: the container is privileged, which is an escalation'],
      [
        { 'capabilities.add': ['CAP_SYS_ADMIN'] },
        'allowPrivilegeEscalation: the container adds CAP_SYS_ADMIN, which is an escalation',
      ],
      [{ 'capabilities.add': ['SYS_ADMIN'] }],
      [{ runAsUser: -1 }, 'runAsUser: -1 is not between 0 and 2147483647'],
      [{ runAsUser: 2147483648 }, 'runAsUser: 2147483648 is not between 0 and 2147483647'],
      [{ runAsGroup: 2147483647 }],
      [{ procMount: 'Unmasked' }, 'procMount: Unmasked needs a user namespace of the pod'],
      [{ procMount: '' }, 'procMount: "" is not Default or Unmasked'],
      [{ seccompProfile: {} }, 'seccompProfile.type: type is missing'],
      [{ seccompProfile: { type: 'Localhost' } }, 'seccompProfile.localhostProfile: localhostProfile is missing'],
      [
        { seccompProfile: { type: 'Localhost', localhostProfile: '../a' } },
        'seccompProfile.localhostProfile: "../a" is not a valid path inside the volume: relative, and without ".."',
      ],
      [{ seccompProfile: { type: 'Localhost', localhostProfile: 'a.json' } }],
      [
        { 'seccompProfile.localhostProfile': 'a' },
        'seccompProfile.localhostProfile: a profile of type RuntimeDefault has no file',
      ],
      [
        { 'seccompProfile.type': 'Default' },
        'seccompProfile.type: "Default" is not Localhost, RuntimeDefault or Unconfined',
      ],
    ],
  );
});

describe('security', () => {
  testCases({ code: 'LLMD-SECURITY-CONTEXT', kind: 'Deployment', below: 'spec.template.spec.' }, [
    [
      {
        'containers[0].securityContext.procMount': 'Unmasked',
        hostUsers: false,
        'containers[0].volumeDevices': undefined,
      },
    ],
    [
      { 'securityContext.appArmorProfile': { type: 'Localhost', localhostProfile: ' a' } },
      'securityContext.appArmorProfile.localhostProfile: " a" is not a valid path of up to 4095 characters without space around it',
    ],
    [
      { 'securityContext.appArmorProfile': { type: 'Localhost', localhostProfile: '' } },
      'securityContext.appArmorProfile.localhostProfile: localhostProfile is empty',
    ],
    [
      { 'securityContext.appArmorProfile': { type: 'Localhost' } },
      'securityContext.appArmorProfile.localhostProfile: localhostProfile is missing',
    ],
    [
      { 'securityContext.supplementalGroups': [-1] },
      'securityContext.supplementalGroups[0]: -1 is not between 0 and 2147483647',
    ],
    [{ 'securityContext.fsGroup': -1 }, 'securityContext.fsGroup: -1 is not between 0 and 2147483647'],
    [
      { 'securityContext.fsGroupChangePolicy': 'Never' },
      'securityContext.fsGroupChangePolicy: "Never" is not Always or OnRootMismatch',
    ],
    [
      { 'securityContext.supplementalGroupsPolicy': 'Any' },
      'securityContext.supplementalGroupsPolicy: "Any" is not Merge or Strict',
    ],
    [
      { 'securityContext.seLinuxChangePolicy': 'Any' },
      'securityContext.seLinuxChangePolicy: "Any" is not MountOption or Recursive',
    ],
    [
      { 'securityContext.sysctls[0].name': 'Net' },
      'securityContext.sysctls[0].name: "Net" is not a valid name of a sysctl, such as net.core.somaxconn',
    ],
    [
      {
        'securityContext.sysctls': [
          { name: 'a.b', value: '1' },
          { name: 'a.b', value: '1' },
        ],
      },
      'securityContext.sysctls[1].name: there is a name a.b already',
    ],
    [{ hostNetwork: true }, 'securityContext.sysctls[0]: with hostNetwork, it would change the sysctl of the node'],
    [
      { hostIPC: true, 'securityContext.sysctls[0].name': 'kernel.shmmax' },
      'securityContext.sysctls[0]: with hostIPC, it would change the sysctl of the node',
    ],
    [{ hostIPC: true }],
    [
      { hostPID: true, shareProcessNamespace: true },
      'shareProcessNamespace: hostPID already shares the processes of the node',
    ],
    [{ hostPID: true }],
    [
      { hostUsers: false },
      'LLMD-POD-SPEC containers[0].volumeDevices: volumeDevices may not be set where hostUsers is false',
    ],
    [
      {
        hostUsers: false,
        hostNetwork: true,
        'containers[0].volumeDevices': undefined,
        'securityContext.sysctls': undefined,
      },
      'hostNetwork: hostNetwork may not be set where hostUsers is false',
    ],
    [
      { hostUsers: false, hostPID: true, hostIPC: true, 'containers[0].volumeDevices': undefined },
      'hostPID: hostPID may not be set where hostUsers is false',
      'hostIPC: hostIPC may not be set where hostUsers is false',
    ],
  ]);
});
