import type { Construct } from 'constructs';
import type { Container, Probe } from '../../imports/k8s';
import { refuse } from '../errors';
import type { ProbeOptions, ProbeTiming } from './probe-options';

type Probes = Pick<Container, 'startupProbe' | 'readinessProbe' | 'livenessProbe'>;

/** The probes of a container with the user's times. */
export function timedProbes(scope: Construct, own: Probes, options: ProbeOptions = {}): Probes {
  const { startup, readiness, liveness } = options;
  return {
    ...(startup && { startupProbe: timed(scope, 'startup', own.startupProbe, startup) }),
    ...(readiness && { readinessProbe: timed(scope, 'readiness', own.readinessProbe, readiness) }),
    ...(liveness && { livenessProbe: timed(scope, 'liveness', own.livenessProbe, liveness) }),
  };
}

function timed(scope: Construct, name: string, own: Probe | undefined, timing: ProbeTiming): Probe {
  if (own === undefined) {
    refuse(scope, {
      code: 'LLMD-PROBE-MISSING',
      got: `times for a ${name} probe`,
      expected: 'times for a probe that the container has',
      remedy: `leave probes.${name} out`,
    });
  }
  const { initialDelay, period, timeout, failureThreshold } = timing;
  return {
    ...own,
    ...(initialDelay && { initialDelaySeconds: initialDelay.toSeconds() }),
    ...(period && { periodSeconds: period.toSeconds() }),
    ...(timeout && { timeoutSeconds: timeout.toSeconds() }),
    ...(failureThreshold !== undefined && { failureThreshold }),
  };
}
