import type { Examples } from '../../../../api-server/example';

const CONTROLS: Examples = {
  APPARMOR: {
    failing: `
containers:
  - name: sim
    securityContext:
      appArmorProfile: { type: Unconfined }`,
    passing: `
containers:
  - name: sim
    securityContext:
      appArmorProfile: { type: RuntimeDefault }`,
  },
  CAPABILITIES: {
    failing: `
containers:
  - name: sim
    securityContext:
      capabilities:
        drop: [ALL]
        add: [SYS_NICE]`,
    passing: `
containers:
  - name: sim
    securityContext:
      capabilities:
        drop: [ALL]`,
  },
  'HOST-NAMESPACES': {
    failing: `
hostNetwork: true
containers:
  - name: sim`,
    passing: `
containers:
  - name: sim`,
  },
  'HOST-PORTS': {
    failing: `
containers:
  - name: sim
    ports:
      - containerPort: 8000
        hostPort: 8000`,
    passing: `
containers:
  - name: sim
    ports:
      - containerPort: 8000`,
  },
  'HOST-PROBES': {
    failing: `
containers:
  - name: sim
    readinessProbe:
      httpGet: { path: /health, port: 8000, host: example.com }`,
    passing: `
containers:
  - name: sim
    readinessProbe:
      httpGet: { path: /health, port: 8000 }`,
  },
  'HOST-PROCESS': {
    failing: `
containers:
  - name: sim
    securityContext:
      windowsOptions: { hostProcess: true }`,
    passing: `
containers:
  - name: sim`,
  },
  'NON-ROOT': {
    failing: `
containers:
  - name: sim`,
    passing: `
securityContext:
  runAsNonRoot: true
containers:
  - name: sim`,
  },
  'PRIVILEGE-ESCALATION': {
    failing: `
containers:
  - name: sim`,
    passing: `
containers:
  - name: sim
    securityContext:
      allowPrivilegeEscalation: false`,
  },
  PRIVILEGED: {
    failing: `
containers:
  - name: sim
    securityContext:
      privileged: true`,
    passing: `
containers:
  - name: sim`,
  },
  'PROC-MOUNT': {
    failing: `
containers:
  - name: sim
    securityContext:
      procMount: Unmasked`,
    passing: `
containers:
  - name: sim`,
  },
  'ROOT-USER': {
    failing: `
containers:
  - name: sim
    securityContext:
      runAsUser: 0`,
    passing: `
containers:
  - name: sim
    securityContext:
      runAsUser: 1000`,
  },
  SECCOMP: {
    failing: `
containers:
  - name: sim`,
    passing: `
securityContext:
  seccompProfile: { type: RuntimeDefault }
containers:
  - name: sim`,
  },
  SELINUX: {
    failing: `
containers:
  - name: sim
    securityContext:
      seLinuxOptions: { type: spc_t }`,
    passing: `
containers:
  - name: sim
    securityContext:
      seLinuxOptions: { type: container_t }`,
  },
  SYSCTLS: {
    failing: `
securityContext:
  sysctls:
    - { name: kernel.msgmax, value: "65536" }
containers:
  - name: sim`,
    passing: `
securityContext:
  sysctls:
    - { name: net.ipv4.tcp_syncookies, value: "1" }
containers:
  - name: sim`,
  },
  VOLUMES: {
    failing: `
containers:
  - name: sim
volumes:
  - name: models
    hostPath: { path: /models }`,
    passing: `
containers:
  - name: sim
volumes:
  - name: models
    persistentVolumeClaim: { claimName: models }`,
  },
};

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata:
  name: default
  labels:
    pod-security.kubernetes.io/enforce: restricted
---
`;

function podWith(spec: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: sim\nspec:\n${spec.trim().replace(/^/gm, '  ')}\n`;
}

/** Each control has two rules. */
export const POD_SECURITY_EXAMPLES: Examples = Object.fromEntries(
  Object.entries(CONTROLS).flatMap(([name, { failing, passing }]) => [
    [`LLMD-SECURITY-${name}`, { failing: podWith(failing), passing: podWith(passing) }],
    [
      `LLMD-SECURITY-${name}-ENFORCED`,
      { failing: NAMESPACE + podWith(failing), passing: NAMESPACE + podWith(passing) },
    ],
  ]),
);
