import type { Example, Examples } from '../../example';
import { workload } from '../../example-objects';

const container = (failing: string, passing: string): Example => ({
  failing: workload({ container: failing }),
  passing: workload({ container: passing }),
});

const probe = (threshold: string) => `startupProbe: { httpGet: { path: /health, port: 8000 }, ${threshold} }`;

const tolerating = (fields: string) =>
  workload({ pod: `tolerations: [{ key: nvidia.com/gpu, operator: Exists, ${fields} }]` });

const mounted = (volume: string) =>
  workload({
    container: 'volumeMounts: [{ name: cache, mountPath: /cache }]',
    pod: `volumes: [{ name: ${volume}, emptyDir: {} }]`,
  });

export const KUBERNETES_POD_EXAMPLES: Examples = {
  'LLMD-POD-SPEC': container(
    'ports: [{ name: server-metrics-port, containerPort: 8000 }]',
    'ports: [{ name: metrics, containerPort: 8000 }]',
  ),
  'LLMD-PROBE': container(probe('successThreshold: 2'), probe('failureThreshold: 60')),
  'LLMD-RESOURCES': container(
    'resources: { requests: { nvidia.com/gpu: 1 } }',
    'resources: { limits: { nvidia.com/gpu: 1 } }',
  ),
  'LLMD-SCHEDULING': { failing: tolerating('value: present'), passing: tolerating('effect: NoSchedule') },
  'LLMD-SECURITY-CONTEXT': container('securityContext: { runAsUser: -1 }', 'securityContext: { runAsUser: 1001 }'),
  'LLMD-VOLUME': { failing: mounted('files'), passing: mounted('cache') },
};
