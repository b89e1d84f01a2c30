import { type Environment, expandVariables } from '../../text/command-line/environment';
import { UNKNOWN } from '../../text/unknown-value';
import { leaderWorkerVariable } from './leader-worker-sets';
import type { Container } from './pods';

/** The environment that the manifest gives to a container. */
export function environmentOf({ container, pod }: Container): Environment {
  const known = new Map<string, string>();
  const inherits = (container.envFrom ?? []).length > 0;
  const lookUp = (name: string): string | null => {
    // The kubelet adds the latter for every Service of the namespace.
    const mayExist = inherits || /_(?:SERVICE_HOST|SERVICE_PORT|PORT)(?:_|$)/.test(name);
    const ofGroup = leaderWorkerVariable(pod, name);
    // The controller of a LeaderWorkerSet replaces variables of these names.
    if (ofGroup !== null) return ofGroup ?? UNKNOWN;
    return known.get(name) ?? (mayExist ? UNKNOWN : null);
  };
  for (const { name, value = '', valueFrom } of container.env ?? []) {
    known.set(name, valueFrom === undefined ? expandVariables(value, lookUp) : UNKNOWN);
  }
  return (name) => {
    const value = lookUp(name);
    return value?.includes(UNKNOWN) ? undefined : value;
  };
}
