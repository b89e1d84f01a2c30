/*
 * Pods that controllers make for a Gateway, as far as admission and scheduling look at them. Neither controller runs in
 * the tests: the pods are those of their golden files.
 */

/** agentgateway v1.4.1: controller/test/deployer/testdata/agentgateway-out.yaml. */
export const AGENTGATEWAY_POD = {
  containers: [
    {
      name: 'agentgateway',
      args: ['-f', '/config/config.yaml'],
      ports: [{ name: 'metrics', containerPort: 15020 }],
      resources: { requests: { cpu: '100m', memory: '128Mi' } },
      securityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        readOnlyRootFilesystem: true,
        runAsNonRoot: true,
        runAsUser: 10101,
      },
      volumeMounts: [
        { mountPath: '/config', name: 'config-volume' },
        { mountPath: '/tmp', name: 'tmp' },
        { mountPath: '/var/run/secrets/xds-tokens', name: 'xds-token', readOnly: true },
      ],
    },
  ],
  securityContext: { sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }] },
  terminationGracePeriodSeconds: 60,
  volumes: [
    { name: 'config-volume', configMap: { name: 'gw' } },
    { name: 'xds-token', projected: { sources: [{ serviceAccountToken: { path: 'xds-token' } }] } },
    { name: 'tmp', emptyDir: {} },
  ],
};

const ENVOY_GATEWAY_SECURITY_CONTEXT = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  privileged: false,
  runAsGroup: 65532,
  runAsNonRoot: true,
  runAsUser: 65532,
  seccompProfile: { type: 'RuntimeDefault' },
};

/** Envoy Gateway v1.9.1: internal/infrastructure/kubernetes/proxy/testdata/deployments/default.yaml. */
export const ENVOY_GATEWAY_POD = {
  containers: [
    {
      name: 'envoy',
      resources: { requests: { cpu: '100m', memory: '512Mi' } },
      securityContext: ENVOY_GATEWAY_SECURITY_CONTEXT,
    },
    {
      // Writes /tmp/shutdown-ready when the drain is over, and has no volume there.
      name: 'shutdown-manager',
      resources: { requests: { cpu: '10m', memory: '32Mi' } },
      securityContext: ENVOY_GATEWAY_SECURITY_CONTEXT,
    },
  ],
  volumes: [
    { name: 'certs', secret: { secretName: 'envoy' } },
    { name: 'sds', configMap: { name: 'envoy' } },
  ],
};
