import type { Examples } from '../../../../api-server/example';
import { modelServer, stack } from '../../example-objects';

const probed = (probe: string) => stack({ modelServer: modelServer({ container: probe }) });

const asked = (path: string, port: string) => probed(`readinessProbe: { httpGet: { path: ${path}, port: ${port} } }`);

const LIVENESS = 'livenessProbe: { httpGet: { path: /health, port: http } }';

/** An engine that this library does not know, on the port of the pool and another one. */
const withEngine = (port: string) =>
  stack({
    modelServer: modelServer({
      image: 'registry.example.com/engine:1.0',
      args: '--port=8000',
      container: `
ports: [{ name: http, containerPort: 8000 }, { name: management, containerPort: 8001 }]
readinessProbe: { httpGet: { path: /health, port: ${port} } }`,
    }),
  });

export const POD_PROBES_EXAMPLES: Examples = {
  'LLMD-PROBE-PATH': { failing: asked('/healthz', 'http'), passing: stack() },
  'LLMD-PROBE-PORT': { failing: asked('/health', '8080'), passing: asked('/health', '8000') },
  'LLMD-PROBE-PATIENCE': {
    failing: probed(LIVENESS),
    passing: probed(
      `${LIVENESS}\nstartupProbe: { httpGet: { path: /health, port: http }, periodSeconds: 5, failureThreshold: 180 }`,
    ),
  },
  'LLMD-PROBE-PORT-NAME': { failing: asked('/health', 'metrics'), passing: stack() },
  'LLMD-PROBE-READINESS': { failing: probed('readinessProbe: null'), passing: stack() },
  'LLMD-PROBE-READINESS-PORT': { failing: withEngine('management'), passing: withEngine('http') },
};
