import type { Examples } from '../../../../api-server/example';
import { vllmPod, vllmPool } from './example';

export const POD_PROBES_EXAMPLES: Examples = {
  'LLMD-PROBE-PATH': {
    failing: vllmPod('readinessProbe: { httpGet: { path: /healthz, port: 8000 } }'),
    passing: vllmPod('readinessProbe: { httpGet: { path: /health, port: 8000 } }'),
  },
  'LLMD-PROBE-PORT': {
    failing: vllmPod('readinessProbe: { httpGet: { path: /health, port: 8080 } }'),
    passing: vllmPod('readinessProbe: { httpGet: { path: /health, port: 8000 } }'),
  },
  'LLMD-PROBE-PATIENCE': {
    failing: vllmPod('livenessProbe: { httpGet: { path: /health, port: 8000 } }'),
    passing: vllmPod('startupProbe: { httpGet: { path: /health, port: 8000 }, failureThreshold: 180 }'),
  },
  'LLMD-PROBE-PORT-NAME': {
    failing: vllmPod('readinessProbe: { httpGet: { path: /health, port: metrics } }'),
    passing: vllmPod('readinessProbe: { httpGet: { path: /health, port: http } }'),
  },
  'LLMD-PROBE-READINESS': {
    failing: vllmPool(''),
    passing: vllmPool('readinessProbe: { httpGet: { path: /health, port: 8000 } }'),
  },
};
