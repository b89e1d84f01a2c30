import type { ResourceSet } from '../resource-set';
import { vllmNumber } from './engine-settings';
import type { ModelServerProgram } from './model-servers';
import type { PodTemplate } from './pod-template';

/** How a model server ends. */
export interface Drain {
  readonly hasPreStop: boolean;
  /** How long the hook lasts at least, in seconds. */
  readonly preStopSeconds: number;
  /** How long vLLM may finish running requests after SIGTERM, in seconds; undefined where it cannot be known. */
  readonly engineSeconds: number | undefined;
  /** From the deletion on, until Kubernetes kills the pod, in seconds. */
  readonly graceSeconds: number;
}

/** What the pod and the arguments of a vLLM say about its end. */
export function drainOf(set: ResourceSet, engine: ModelServerProgram): Drain {
  const { pod, container } = engine.container;
  const preStop = container.lifecycle?.preStop;
  return {
    hasPreStop: preStop !== undefined,
    preStopSeconds: preStop === undefined ? 0 : leastSeconds(preStop),
    engineSeconds: vllmNumber(set, engine, 'shutdown_timeout'),
    graceSeconds: graceOf(pod),
  };
}

/** `terminationGracePeriodSeconds`, or its default. */
export function graceOf({ spec }: PodTemplate): number {
  return spec.terminationGracePeriodSeconds ?? 30;
}

const UNITS: { readonly [unit: string]: number } = { '': 1, s: 1, m: 60, h: 3600 };

/** The pauses of a hook; what else it does takes longer. */
function leastSeconds({ sleep, exec }: any): number {
  if (sleep !== undefined) return sleep.seconds ?? 0;
  const script = (exec?.command ?? []).join(' ');
  // Who knows how often a loop runs.
  if (/\b(?:for|while|until|if)\b/.test(script)) return 0;
  const pauses = [...script.matchAll(/\bsleep\s+(\d+(?:\.\d+)?)([smh]?)(?![\w.])/g)];
  return pauses.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit], 0);
}
