import type { Example, Examples } from '../../../../api-server/example';
import { documents } from '../../../../api-server/example-objects';
import { simulator } from '../../example-objects';

const NAMESPACE = `
apiVersion: v1
kind: Namespace
metadata:
  name: default
  labels: { pod-security.kubernetes.io/enforce: restricted }`;

const SHARED_CLAIM = `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: models }
spec: { accessModes: [ReadWriteMany], resources: { requests: { storage: 10Gi } } }`;

const container = (failing: string, passing?: string): Example => ({
  failing: simulator({ container: failing }),
  passing: simulator({ container: passing }),
});

const context = (failing: string, passing?: string): Example =>
  container(`securityContext: { ${failing} }`, passing && `securityContext: { ${passing} }`);

const pod = (failing: string, passing?: string, ...others: readonly string[]): Example => ({
  failing: documents(simulator({ pod: failing }), ...others),
  passing: documents(simulator({ pod: passing }), ...others),
});

const probe = (host: string) => `readinessProbe: { httpGet: { path: /health, port: 8000${host} } }`;

/** By the end of the code. */
const CONTROLS: Examples = {
  APPARMOR: context('appArmorProfile: { type: Unconfined }', 'appArmorProfile: { type: RuntimeDefault }'),
  CAPABILITIES: context('capabilities: { add: [SYS_NICE] }'),
  'HOST-NAMESPACES': pod('hostNetwork: true'),
  'HOST-PORTS': container('ports: [{ containerPort: 8000, hostPort: 8000 }]', 'ports: [{ containerPort: 8000 }]'),
  'HOST-PROBES': container(probe(', host: example.com'), probe('')),
  'HOST-PROCESS': context('windowsOptions: { hostProcess: true }'),
  'NON-ROOT': pod('securityContext: { runAsNonRoot: null }'),
  'PRIVILEGE-ESCALATION': context('allowPrivilegeEscalation: null'),
  PRIVILEGED: {
    ...context('privileged: true, allowPrivilegeEscalation: null'),
    also: { 'PRIVILEGE-ESCALATION': 'the API server refuses a privileged container that may not gain rights' },
  },
  'PROC-MOUNT': {
    failing: simulator({ pod: 'hostUsers: false', container: 'securityContext: { procMount: Unmasked }' }),
    passing: simulator({ pod: 'hostUsers: false' }),
  },
  'ROOT-USER': pod('securityContext: { runAsUser: 0 }'),
  SECCOMP: pod('securityContext: { seccompProfile: null }'),
  SELINUX: context('seLinuxOptions: { type: spc_t }', 'seLinuxOptions: { type: container_t }'),
  SYSCTLS: pod(
    'securityContext: { sysctls: [{ name: kernel.msgmax, value: "65536" }] }',
    'securityContext: { sysctls: [{ name: net.ipv4.tcp_syncookies, value: "1" }] }',
  ),
  VOLUMES: pod(
    'volumes: [{ name: models, hostPath: { path: /models } }]',
    'volumes: [{ name: models, persistentVolumeClaim: { claimName: models } }]',
    SHARED_CLAIM,
  ),
};

/** Each control has two rules: one for a namespace that enforces a standard, and one for all others. */
export const POD_SECURITY_EXAMPLES: Examples = Object.fromEntries(
  Object.entries(CONTROLS).flatMap(([name, { failing, passing, also = {} }]) =>
    [
      { end: '', others: [] },
      { end: '-ENFORCED', others: [NAMESPACE] },
    ].map(({ end, others }) => {
      const code = (control: string) => `LLMD-SECURITY-${control}${end}`;
      const codes = Object.entries(also).map(([control, reason]) => [code(control), reason]);
      return [
        code(name),
        {
          failing: documents(...others, failing),
          passing: documents(...others, passing),
          also: Object.fromEntries(codes),
        },
      ];
    }),
  ),
);
