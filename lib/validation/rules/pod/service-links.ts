import type { ResourceSet } from '../../resource-set';
import type { Rule } from '../../rule';
import { engines } from '../../facts/engines';

/** Environment variables of vLLM that end like those that Kubernetes makes of a Service. Source: envs.py of 0.32.0. */
const VARIABLES: ReadonlySet<string> = new Set([
  'VLLM_PORT',
  'VLLM_DP_MASTER_PORT',
  'VLLM_EC_SIDE_CHANNEL_PORT',
  'VLLM_MOONCAKE_BOOTSTRAP_PORT',
  'VLLM_NIXL_SIDE_CHANNEL_PORT',
  'VLLM_P2P_SIDE_CHANNEL_PORT',
]);

export const SERVICE_LINKS: Rule = {
  code: 'LLMD-POD-SERVICE-LINKS',
  severity: 'error',
  title: 'No Service beside a vLLM has a name that vLLM reads as a setting',
  why: 'For each Service of its namespace a pod gets variables such as VLLM_PORT=tcp://10.0.0.1:8000, and vLLM, which wants a number there, refuses to start.',
  *check(set) {
    for (const { program, container } of set.view(engines)) {
      const { pod } = container;
      if (program !== 'vllm' || pod.spec.enableServiceLinks === false) continue;
      const own: readonly any[] = container.container.env ?? [];
      for (const [variable, service] of set.view(settings).get(pod.namespace) ?? []) {
        // What the container sets itself wins.
        if (own.some(({ name }) => name === variable)) continue;
        yield {
          resource: pod.resource,
          path: [...pod.path, 'spec', 'enableServiceLinks'],
          message: `Service ${service} gives container ${container.container.name} the variable ${variable}=tcp://…, which vLLM reads as a number`,
          remedy: 'set enableServiceLinks: false in the pod, or rename the Service',
        };
      }
    }
  },
};

/** The variables that the Services of each namespace make. Only those with an address of their own make some. */
function settings(set: ResourceSet): ReadonlyMap<string, readonly (readonly [variable: string, service: string])[]> {
  const byNamespace = new Map<string, [string, string][]>();
  for (const { namespace = '', name, object } of set.ofKind('', 'Service')) {
    const variable = `${name.toUpperCase().replaceAll('-', '_')}_PORT`;
    const hasAddress = object.spec?.clusterIP !== 'None' && object.spec?.type !== 'ExternalName';
    if (!VARIABLES.has(variable) || !hasAddress) continue;
    const others = byNamespace.get(namespace);
    if (others === undefined) byNamespace.set(namespace, [[variable, name]]);
    else others.push([variable, name]);
  }
  return byNamespace;
}
