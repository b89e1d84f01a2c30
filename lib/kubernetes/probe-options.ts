import type { Duration } from 'cdk8s';
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
