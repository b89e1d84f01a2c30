import type { Container } from '../../imports/k8s';
import type { Drain } from './drain';
import type { EngineSpec } from './engine-contract';

/** Seconds between two questions of the startup probe. */
const STARTUP_PERIOD = 2;
/** 30 minutes, for an engine that does not say how long it may take. */
const STARTUP_SECONDS = 1800;

/** Probes and the preStop hook of an engine's container. `httpPort` is the name of the port of its API. */
export function probesAndHooks(
  { readyPath = '/health', livePath = '/health', startupSeconds = STARTUP_SECONDS, ...engine }: EngineSpec,
  httpPort: string,
  drain: Drain,
): Pick<Container, 'startupProbe' | 'readinessProbe' | 'livenessProbe' | 'lifecycle'> {
  const { startPath = readyPath, probePort: port = httpPort } = engine;
  const httpGet = (path: string) => ({ httpGet: { path, port } });
  const failureThreshold = Math.ceil(startupSeconds / STARTUP_PERIOD);
  // An engine that aborts requests at SIGTERM gets the signal when the time for running requests is over.
  const pause = drain.preStopSeconds + (engine.finishesRequests === false ? drain.engineShutdownSeconds : 0);
  return {
    // The engine downloads and loads the model first. Without this probe a pod counts as ready at once.
    startupProbe: { ...httpGet(startPath), periodSeconds: STARTUP_PERIOD, timeoutSeconds: 5, failureThreshold },
    readinessProbe: { ...httpGet(readyPath), periodSeconds: 2, timeoutSeconds: 5, failureThreshold: 3 },
    livenessProbe: { ...httpGet(livePath), periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
    ...preStop(pause),
  };
}

/** A pause before SIGTERM; none for 0 seconds. */
export function preStop(seconds: number): Pick<Container, 'lifecycle'> {
  return seconds > 0 ? { lifecycle: { preStop: { sleep: { seconds } } } } : {};
}
