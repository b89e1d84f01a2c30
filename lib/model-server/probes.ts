import type { Container } from '../../imports/k8s';
import type { Drain } from './drain';
import type { EngineSpec } from './engine-contract';

/** Probes and the preStop hook of an engine's container. */
export function probesAndHooks(
  { readyPath = '/health', livePath = '/health' }: EngineSpec,
  port: string,
  drain: Drain,
): Pick<Container, 'startupProbe' | 'readinessProbe' | 'livenessProbe' | 'lifecycle'> {
  const httpGet = (path: string) => ({ httpGet: { path, port } });
  return {
    // The engine downloads and loads the model first, in 30 min at the most. Without this probe a pod counts as ready at once.
    startupProbe: { ...httpGet(readyPath), periodSeconds: 2, timeoutSeconds: 5, failureThreshold: 900 },
    readinessProbe: { ...httpGet(readyPath), periodSeconds: 2, timeoutSeconds: 5, failureThreshold: 3 },
    livenessProbe: { ...httpGet(livePath), periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
    ...(drain.preStopSeconds > 0 && { lifecycle: { preStop: { sleep: { seconds: drain.preStopSeconds } } } }),
  };
}
