import type { Container } from '../../imports/k8s';
import type { Drain } from './drain';
import type { EngineSpec } from './engine-contract';

/** Seconds between two questions of the startup probe. */
const STARTUP_PERIOD = 2;
/** 30 minutes, for an engine that does not say how long it may take. */
const STARTUP_SECONDS = 1800;

/** Probes and the preStop hook of an engine's container. */
export function probesAndHooks(
  { readyPath = '/health', livePath = '/health', startupSeconds = STARTUP_SECONDS, ...engine }: EngineSpec,
  port: string,
  drain: Drain,
): Pick<Container, 'startupProbe' | 'readinessProbe' | 'livenessProbe' | 'lifecycle'> {
  const httpGet = (path: string) => ({ httpGet: { path, port } });
  const failureThreshold = Math.ceil(startupSeconds / STARTUP_PERIOD);
  const pause = drain.preStopSeconds + (engine.finishesRequests === false ? drain.engineShutdownSeconds : 0);
  return {
    // The engine downloads and loads the model first. Without this probe a pod counts as ready at once.
    startupProbe: { ...httpGet(readyPath), periodSeconds: STARTUP_PERIOD, timeoutSeconds: 5, failureThreshold },
    readinessProbe: { ...httpGet(readyPath), periodSeconds: 2, timeoutSeconds: 5, failureThreshold: 3 },
    livenessProbe: { ...httpGet(livePath), periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
    ...(pause > 0 && { lifecycle: { preStop: { sleep: { seconds: pause } } } }),
  };
}
