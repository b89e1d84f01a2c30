import type { ResourceSet } from '../resource-set';
import { type EndpointPicker, endpointPickers } from './endpoint-pickers';
import { podsMatching, podTemplates } from './pods';
import type { PodTemplate } from './pod-template';

/** A pod of the set that takes requests, and the endpoint pickers that it asks. */
export interface Proxy {
  readonly pod: PodTemplate;
  readonly pickers: readonly EndpointPicker[];
}

/** How a proxy's configuration speaks of an endpoint picker: Envoy's, and that of agentgateway without a controller. */
const ASKS_A_PICKER = /ext_proc|inferenceRouting/;

/** Names of Services in a configuration: full ones, and those that stand alone as an address. */
const HOSTS = /\b([a-z0-9-]+)\.([a-z0-9-]+)\.svc\b|\baddress:\s*"?([a-z0-9-]+)"?\s*$/gm;

/** The proxies that run beside their pickers, in pods of their own. */
export function proxies(set: ResourceSet): readonly Proxy[] {
  return set.view(podTemplates).flatMap((pod) => {
    const configuration = configurationOf(set, pod);
    if (!ASKS_A_PICKER.test(configuration)) return [];
    const pickers = new Set(
      [...configuration.matchAll(HOSTS)].flatMap(([, name, namespace, short]) =>
        pickersBehind(set, namespace ?? pod.namespace, name ?? short),
      ),
    );
    return [{ pod, pickers: [...pickers].filter((picker) => picker.pod !== pod) }];
  });
}

/** Everything that the pod mounts from ConfigMaps. */
function configurationOf(set: ResourceSet, { spec, namespace }: PodTemplate): string {
  return (spec.volumes ?? [])
    .flatMap(({ configMap, projected }: any) => [configMap, ...(projected?.sources ?? []).map((s: any) => s.configMap)])
    .flatMap((source: any) => {
      const name = source?.name;
      const config = name === undefined ? undefined : set.find({ group: '', kind: 'ConfigMap', namespace, name });
      return Object.values(config?.object.data ?? {});
    })
    .join('\n');
}

function pickersBehind(set: ResourceSet, namespace: string, service: string): readonly EndpointPicker[] {
  const selector = set.find({ group: '', kind: 'Service', namespace, name: service })?.object.spec?.selector ?? {};
  return podsMatching(set, namespace, selector).flatMap((pod) => set.view(pickersByPod).get(pod) ?? []);
}

function pickersByPod(set: ResourceSet): ReadonlyMap<PodTemplate, readonly EndpointPicker[]> {
  const index = new Map<PodTemplate, EndpointPicker[]>();
  for (const picker of set.view(endpointPickers)) {
    index.set(picker.pod, [...(index.get(picker.pod) ?? []), picker]);
  }
  return index;
}
