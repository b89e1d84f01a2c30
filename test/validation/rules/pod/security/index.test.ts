import { SECURITY_RULES } from '../../../../../lib/validation/rules/pod/security';
import { diagnostics, places } from '../../../../support/diagnostics';
import { deployment, namespace, pod } from '../../../../support/manifests';
import {
  BREACHES,
  type Fields,
  POD,
  withContainer,
  withContext,
  withPodContext,
} from '../../../../support/pod-security';

const check = (spec: Fields, metadata?: Fields) => diagnostics(SECURITY_RULES, [pod('p', spec, metadata)]);
const inNamespace = (level: string, spec: Fields) =>
  places(SECURITY_RULES, [namespace('default', { 'pod-security.kubernetes.io/enforce': level }), pod('p', spec)]);

test('a restricted pod is fine', () => expect(check(POD)).toEqual([]));

test.each(BREACHES)('%s at %s', (code, path, message, expected, spec) => {
  expect(check(spec)).toEqual([
    expect.stringContaining(`LLMD-SECURITY-${code} ${path}: ${message}; \`restricted\` wants ${expected}; `),
  ]);
});

test('an annotation takes AppArmor off', () => {
  const annotation = 'container.apparmor.security.beta.kubernetes.io/c';
  expect(check(POD, { annotations: { [annotation]: 'unconfined', other: 'unconfined' } })).toEqual([
    `LLMD-SECURITY-APPARMOR metadata.annotations["${annotation}"]: container c has the AppArmor profile unconfined; \`restricted\` wants runtime/default, localhost/… or none; leave the profile out, or set RuntimeDefault`,
  ]);
});

test('each control has a remedy', () => {
  const remedies = BREACHES.flatMap(([code, , , , spec]) => check(spec).map((line) => [code, line.split('; ').pop()]));
  expect(Object.fromEntries(remedies)).toEqual({
    APPARMOR: 'leave the profile out, or set RuntimeDefault',
    CAPABILITIES: 'set securityContext.capabilities.drop: [ALL], and add at most NET_BIND_SERVICE',
    'HOST-NAMESPACES': 'RDMA and NCCL work in a namespace of their own with a device plugin',
    'HOST-PORTS': 'take hostPort away and put a Service in front',
    'HOST-PROBES': "take host away: the pod's own address is the default",
    'HOST-PROCESS': 'take hostProcess away',
    'NON-ROOT':
      'set securityContext.runAsNonRoot: true on the pod, with a numeric runAsUser if the image names its user',
    PRIVILEGED: 'accelerators come through a device plugin',
    'PRIVILEGE-ESCALATION': 'set securityContext.allowPrivilegeEscalation: false on the container',
    'PROC-MOUNT': 'take procMount away',
    'ROOT-USER': 'set another user, for example 1000',
    SECCOMP: 'set securityContext.seccompProfile: { type: RuntimeDefault } on the pod',
    SELINUX: 'take seLinuxOptions away, or set one of the types of containers',
    SYSCTLS: 'take the sysctl away, or set it on the node',
    VOLUMES: 'use a PersistentVolumeClaim, for example one that keeps model weights, or an emptyDir',
  });
});

describe('admitted', () => {
  test.each<[string, Fields]>([
    [
      'Localhost profiles',
      withContext({ appArmorProfile: { type: 'Localhost' }, seccompProfile: { type: 'Localhost' } }),
    ],
    [
      'RuntimeDefault profiles',
      withContext({ appArmorProfile: { type: 'RuntimeDefault' }, seccompProfile: { type: 'RuntimeDefault' } }),
    ],
    ...['', 'runtime/default', 'localhost/x'].map((profile): [string, Fields] => [
      `AppArmor annotation "${profile}"`,
      { ...POD, annotations: { 'container.apparmor.security.beta.kubernetes.io/c': profile } },
    ]),
    ['the one capability', withContext({ capabilities: { drop: ['KILL', 'ALL'], add: ['NET_BIND_SERVICE'] } })],
    ['false', { ...withContext({ privileged: false, windowsOptions: { hostProcess: false } }), hostNetwork: false }],
    [
      'a probe of its own',
      withContainer({
        livenessProbe: { httpGet: { port: 1, host: '' } },
        lifecycle: { preStop: { exec: { command: ['x'] } } },
      }),
    ],
    [
      'non-root set by the container',
      { ...withContext({ runAsNonRoot: true }), securityContext: { seccompProfile: { type: 'Localhost' } } },
    ],
    [
      'seccomp set by the container',
      { ...withContext({ seccompProfile: { type: 'RuntimeDefault' } }), securityContext: { runAsNonRoot: true } },
    ],
    ['the default of procMount', withContext({ procMount: 'Default' })],
    ['another user', withContext({ runAsUser: 1 })],
    ['SELinux types of containers', withContext({ seLinuxOptions: { type: 'container_kvm_t', level: 's0' } })],
    ['a safe sysctl', withPodContext({ sysctls: [{ name: 'net.ipv4.tcp_rmem', value: '1' }] })],
    ['a volume without a type, which is an emptyDir', { ...POD, volumes: [{ name: 'v' }] }],
    [
      'root in a user namespace',
      {
        ...withContext({ runAsUser: 0 }),
        hostUsers: false,
        securityContext: { seccompProfile: { type: 'Localhost' } },
      },
    ],
    [
      'a Windows pod without what Windows lacks',
      { os: { name: 'windows' }, containers: [{ name: 'c' }], securityContext: { runAsNonRoot: true } },
    ],
  ])('%s', (_, { annotations, ...spec }) => {
    expect(check(spec, { annotations })).toEqual([]);
  });
});

test('every volume that comes from the cluster is admitted', () => {
  const types = [
    'configMap',
    'csi',
    'downwardAPI',
    'emptyDir',
    'ephemeral',
    'image',
    'persistentVolumeClaim',
    'projected',
    'secret',
  ];
  expect(check({ ...POD, volumes: types.map((type) => ({ name: type.toLowerCase(), [type]: {} })) })).toEqual([]);
});

test('a violation of the pod itself is reported once', () => {
  expect(check(withPodContext({ runAsNonRoot: false, seccompProfile: { type: 'Unconfined' } }))).toHaveLength(2);
});

describe('a namespace', () => {
  const PRIVILEGED = withContext({ privileged: true });

  test('that enforces makes it an error', () => {
    const objects = [
      namespace('default', { 'pod-security.kubernetes.io/enforce': 'restricted' }),
      deployment('d', PRIVILEGED),
    ];
    expect(diagnostics(SECURITY_RULES, objects)).toEqual([
      'LLMD-SECURITY-PRIVILEGED-ENFORCED spec.template.spec.containers[0].securityContext.privileged: container c is privileged; `restricted`, which its namespace enforces, wants none that is; take privileged away; accelerators come through a device plugin',
    ]);
  });

  test('without labels leaves the warning', () => {
    expect(places(SECURITY_RULES, [namespace('default', {}), deployment('d', PRIVILEGED)])).toHaveLength(1);
  });

  test.each<[string, string, Fields, string[]]>([
    ['privileged admits all', 'privileged', PRIVILEGED, []],
    [
      'no level at all is none',
      'strict',
      PRIVILEGED,
      ['LLMD-SECURITY-PRIVILEGED spec.containers[0].securityContext.privileged'],
    ],
    [
      'baseline forbids the worst',
      'baseline',
      PRIVILEGED,
      ['LLMD-SECURITY-PRIVILEGED-ENFORCED spec.containers[0].securityContext.privileged'],
    ],
    ['baseline wants nothing of a plain pod', 'baseline', { containers: [{ name: 'c' }] }, []],
    ['baseline admits other storage', 'baseline', { ...POD, volumes: [{ name: 'v', nfs: {} }] }, []],
    [
      'baseline forbids the node',
      'baseline',
      { ...POD, volumes: [{ name: 'v', hostPath: {} }] },
      ['LLMD-SECURITY-VOLUMES-ENFORCED spec.volumes[0]'],
    ],
    ['baseline admits usual capabilities', 'baseline', withContext({ capabilities: { add: ['CHOWN'] } }), []],
    [
      'baseline forbids the others',
      'baseline',
      withContext({ capabilities: { add: ['SYS_NICE'] } }),
      ['LLMD-SECURITY-CAPABILITIES-ENFORCED spec.containers[0].securityContext.capabilities.add[0]'],
    ],
    [
      'baseline admits root',
      'baseline',
      withContext({ runAsUser: 0, runAsNonRoot: false, allowPrivilegeEscalation: true }),
      [],
    ],
    [
      'baseline forbids Unconfined',
      'baseline',
      withContext({ seccompProfile: { type: 'Unconfined' } }),
      ['LLMD-SECURITY-SECCOMP-ENFORCED spec.containers[0].securityContext.seccompProfile.type'],
    ],
    [
      'baseline forbids an open /proc',
      'baseline',
      withContext({ procMount: 'Unmasked' }),
      ['LLMD-SECURITY-PROC-MOUNT-ENFORCED spec.containers[0].securityContext.procMount'],
    ],
    [
      'baseline admits it in a user namespace',
      'baseline',
      { ...withContext({ procMount: 'Unmasked' }), hostUsers: false },
      [],
    ],
    [
      'baseline checks capabilities of Windows pods',
      'baseline',
      { ...withContext({ capabilities: { add: ['SYS_NICE'] } }), os: { name: 'windows' } },
      ['LLMD-SECURITY-CAPABILITIES-ENFORCED spec.containers[0].securityContext.capabilities.add[0]'],
    ],
  ])('%s', (_, level, spec, expected) => {
    expect(inNamespace(level, spec)).toEqual(expected);
  });

  test('is distinguished from others', () => {
    const other = namespace('other', { 'pod-security.kubernetes.io/enforce': 'restricted' });
    expect(places(SECURITY_RULES, [other, pod('p', PRIVILEGED)])).toEqual([
      'LLMD-SECURITY-PRIVILEGED spec.containers[0].securityContext.privileged',
    ]);
  });

  test.each(BREACHES)('that enforces `restricted` refuses %s at %s', (code, path, _message, _expected, spec) => {
    expect(inNamespace('restricted', spec)).toEqual([`LLMD-SECURITY-${code}-ENFORCED ${path}`]);
  });
});

test('what a namespace enforces is an error, the rest a warning', () => {
  for (const { code, severity } of SECURITY_RULES) {
    expect([code, severity]).toEqual([code, code.endsWith('-ENFORCED') ? 'error' : 'warning']);
  }
});
