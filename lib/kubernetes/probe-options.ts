import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Container, Probe } from '../../imports/k8s';
import { refuse } from '../errors';
import { optionsOf, whole, wholeSeconds } from '../options/checks';

/** When and how often a probe asks. */
export interface ProbeTiming {
  /**
   * Time from the start of the container to the first probe, in whole seconds.
   * @default - see the workload
   */
  readonly initialDelay?: Duration;
  /**
   * Time between two probes, in whole seconds.
   * @default - see the workload
   */
  readonly period?: Duration;
  /**
   * How long an answer may take, in whole seconds.
   * @default - see the workload
   */
  readonly timeout?: Duration;
  /**
   * Failures in a row until the probe counts as failed. For a startup probe, this many periods are the time that the
   * container may take to start.
   * @default - see the workload
   */
  readonly failureThreshold?: number;
}

/** Times and counts of a container's probes. What they ask is the workload's own. */
export interface ProbeOptions {
  /**
   * The probe that the other two wait for.
   * @default - see the workload
   */
  readonly startup?: ProbeTiming;
  /**
   * The probe that decides whether the pod gets requests.
   * @default - see the workload
   */
  readonly readiness?: ProbeTiming;
  /**
   * The probe whose failure restarts the container.
   * @default - see the workload
   */
  readonly liveness?: ProbeTiming;
}

const timing = optionsOf<ProbeTiming>({
  initialDelay: wholeSeconds(0),
  period: wholeSeconds(1),
  timeout: wholeSeconds(1),
  failureThreshold: whole(1),
});

/** Checks `ProbeOptions`. */
export const probeOptions = optionsOf<ProbeOptions>({ startup: timing, readiness: timing, liveness: timing });

type Probes = Pick<Container, 'startupProbe' | 'readinessProbe' | 'livenessProbe'>;

/** The probes of a container with the user's times. */
export function probesWith(scope: Construct, own: Probes, options: ProbeOptions = {}): Probes {
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
