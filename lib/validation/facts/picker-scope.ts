import { EVERY_FLAG } from '../../catalogue/endpoint-picker/flags/every-flag';
import { goBool } from '../../text/command-line/go-values';
import { parseFlags } from '../../text/command-line/pflag';
import { commandLine } from './command-line';
import { environmentOf } from './environment';
import type { EndpointPicker } from './endpoint-pickers';
import { hasUnknown } from '../../text/unknown-value';
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

/** Reads the flags of an endpoint picker. */
export function scopeOf(picker: EndpointPicker): PickerScope {
  const { container, pod } = picker;
  const flag = flagsOf(picker);
  const [name, group, selector] = [flag('pool-name'), flag('pool-group'), flag('endpoint-selector')];
  return {
    namespace: flag('pool-namespace') ?? namespaceOfEnvironment(container) ?? pod.namespace,
    pool: name === undefined || group === undefined ? undefined : { group, name },
    endpoints: selector === undefined ? undefined : endpointsOf(selector, flag('endpoint-target-ports') ?? ''),
    leaderElection: isOn(picker, 'ha-enable-leader-election'),
  };
}

/** The port that a picker listens on, by the flag that says so. */
export function pickerPort(picker: EndpointPicker, flag: 'grpc-port' | 'metrics-port'): number {
  return Number(flagsOf(picker)(flag) ?? defaultOf(flag));
}

/** Whether a picker's boolean flag is on; its default where that cannot be known. */
export function isOn(picker: EndpointPicker, flag: string): boolean {
  return goBool(flagsOf(picker)(flag) ?? defaultOf(flag)) === true;
}

/** The value of a flag, or its default; undefined where it is empty, or cannot be known here. */
function flagsOf({ container }: EndpointPicker): (name: string) => string | undefined {
  let values = READ.get(container);
  if (values === undefined) {
    const { uses } = parseFlags(commandLine(container) ?? [], EVERY_FLAG);
    values = new Map(uses.map(({ name, value }) => [name, value]));
    READ.set(container, values);
  }
  return (name) => {
    const value = values.get(name) ?? defaultOf(name);
    return value === '' || hasUnknown(value) ? undefined : value;
  };
}

/** Many rules ask for the flags of the same picker. */
const READ = new WeakMap<EndpointPicker['container'], ReadonlyMap<string, string | undefined>>();

function defaultOf(flag: string): string {
  return EVERY_FLAG.get(flag)!.default;
}

/** Undefined where a field of the pod decides, which is its own namespace then. */
function namespaceOfEnvironment(container: EndpointPicker['container']): string | undefined {
  const value = environmentOf(container)('NAMESPACE');
  return value === undefined ? undefined : value || 'default';
}

/** `a=b,c=d`; undefined for the rest of the syntax of selectors. */
function endpointsOf(selector: string, ports: string): PickerScope['endpoints'] {
  const terms = selector.split(',').map((term) => /^([^\s=!()]+)\s*==?\s*([^\s=!()]*)$/.exec(term.trim()));
  if (terms.includes(null)) return undefined;
  return {
    labels: Object.fromEntries(terms.map((match) => [match![1], match![2]])),
    ports: ports.split(',').map(Number).filter(Boolean),
  };
}
