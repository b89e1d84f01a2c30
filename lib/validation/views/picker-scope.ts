import { goFlags } from './arguments';
import { environmentOf, expand } from './command-line';
import type { EndpointPicker } from './endpoint-pickers';
import { hasHole } from './hole';
import type { Labels } from './pods';

/** What an endpoint picker looks at, as its flags say. */
export interface PickerScope {
  /** Where it looks for its pool, its pods and its lease. */
  readonly namespace: string;
  /** Its InferencePool. Undefined where it selects pods itself, or where its name cannot be known. */
  readonly pool?: { readonly group: string; readonly name: string };
  /** How it selects pods without a pool. */
  readonly endpoints?: { readonly labels: Labels; readonly ports: readonly number[] };
  readonly leaderElection: boolean;
}

const FLAGS = [
  'pool-name',
  'pool-namespace',
  'pool-group',
  'endpoint-selector',
  'endpoint-target-ports',
  'grpc-port',
  'metrics-port',
];

/** Reads the flags of an endpoint picker. */
export function scopeOf(picker: EndpointPicker): PickerScope {
  const { container, pod } = picker;
  const flag = flagsOf(container);
  const name = flag('pool-name');
  const selector = flag('endpoint-selector');
  return {
    namespace: flag('pool-namespace') ?? namespaceOfEnvironment(container) ?? pod.namespace,
    pool: name === undefined ? undefined : { group: flag('pool-group') ?? 'inference.networking.k8s.io', name },
    endpoints: selector === undefined ? undefined : endpointsOf(selector, flag('endpoint-target-ports') ?? ''),
    leaderElection: isOn(picker, 'ha-enable-leader-election', false),
  };
}

/** The value of a picker's flag; undefined where it is not set, or not known. */
function flagsOf(container: EndpointPicker['container']): (name: string) => string | undefined {
  const environment = environmentOf(container);
  const flags = goFlags(container, (name) => !FLAGS.includes(name));
  const values = new Map(flags.map(({ name, value = '' }) => [name, expand(value, environment)]));
  return (name) => {
    const value = values.get(name) ?? '';
    return value === '' || hasHole(value) ? undefined : value;
  };
}

/** The port that a picker listens on, by the flag that says so. */
export function pickerPort({ container }: EndpointPicker, flag: 'grpc-port' | 'metrics-port'): number {
  const value = flagsOf(container)(flag);
  return value === undefined ? { 'grpc-port': 9002, 'metrics-port': 9090 }[flag] : Number(value);
}

/** Whether a picker's boolean flag is on; without the flag it is what its default says. */
export function isOn({ container }: EndpointPicker, name: string, fallback: boolean): boolean {
  const flag = goFlags(container, () => true).findLast((candidate) => candidate.name === name);
  if (flag === undefined) return fallback;
  // What Go's strconv.ParseBool takes for false; a flag alone is true.
  return !/^(?:0|f|F|false|FALSE|False)$/.test(flag.value ?? 'true');
}

/** Undefined where a field of the pod decides, which is its own namespace then. */
function namespaceOfEnvironment(container: EndpointPicker['container']): string | undefined {
  const value = environmentOf(container)('NAMESPACE');
  return value === null ? 'default' : value;
}

/** `a=b,c=d`; undefined for the rest of the syntax of selectors. */
function endpointsOf(selector: string, ports: string): PickerScope['endpoints'] {
  const terms = selector.split(',').map((term) => /^\s*([^\s=!()]+)\s*==?\s*([^\s=!()]*)\s*$/.exec(term));
  if (terms.includes(null)) return undefined;
  return {
    labels: Object.fromEntries(terms.map((match) => [match![1], match![2]])),
    ports: ports.split(',').map(Number).filter(Boolean),
  };
}
