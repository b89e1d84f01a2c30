import type { Container } from '../../imports/k8s';
import type { Drain } from './drain';
import type { EngineSpec } from './engine-spec';

/** Probes and hooks by which Kubernetes and the endpoint picker know whether a model server can serve. */
export function probesAndHooks(
  engine: EngineSpec,
  port: string,
  drain: Drain,
): Pick<Container, 'startupProbe' | 'readinessProbe' | 'livenessProbe' | 'lifecycle'> {
  const httpGet = (path: string) => ({ httpGet: { path, port } });
  return {
    // Downloads and loads the model first: 30 min at the most. Without this probe a pod counts as ready at once.
    startupProbe: { ...httpGet(engine.readyPath), periodSeconds: 2, timeoutSeconds: 5, failureThreshold: 900 },
    readinessProbe: { ...httpGet(engine.readyPath), periodSeconds: 2, timeoutSeconds: 5, failureThreshold: 3 },
    livenessProbe: { ...httpGet(engine.livePath), periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
    ...(drain.preStopSeconds > 0 && { lifecycle: { preStop: { sleep: { seconds: drain.preStopSeconds } } } }),
  };
}
