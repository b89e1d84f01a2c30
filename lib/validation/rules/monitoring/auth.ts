import type { ResourceSet } from '../../resource-set';
import type { Rule } from '../../rule';
import { type EndpointPicker, endpointPickers } from '../../facts/endpoint-pickers';
import { monitors, scraped } from '../../facts/monitors';
import { isOn, pickerPort } from '../../facts/picker-scope';
import type { PodTemplate } from '../../facts/pod-template';

/** Fields of an endpoint with which Prometheus authenticates. */
const CREDENTIALS = ['authorization', 'basicAuth', 'bearerTokenFile', 'bearerTokenSecret', 'oauth2'];

export const MONITOR_AUTH: Rule = {
  code: 'LLMD-MONITOR-AUTH',
  severity: 'warning',
  title: 'A monitor of an endpoint picker that protects its metrics has credentials',
  why: 'With --metrics-endpoint-auth, which is on by default, the picker answers 401 to a scrape without a token (llm-d/llm-d-router#2370).',
  *check(set) {
    const pickers = set.view(guardedPickers);
    if (pickers.size === 0) return;
    for (const monitor of set.view(monitors)) {
      for (const { path, endpoint } of monitor.endpoints) {
        if (CREDENTIALS.some((field) => endpoint[field] !== undefined)) continue;
        const target = scraped(set, monitor, endpoint).find(({ pod, port }) => {
          const picker = pickers.get(pod);
          return picker !== undefined && pickerPort(picker, 'metrics-port') === port;
        });
        if (target === undefined) continue;
        const { kind, name } = target.pod.resource;
        yield {
          resource: monitor.resource,
          path,
          message: `the endpoint picker of ${kind} ${name} protects its metrics (--metrics-endpoint-auth), and this endpoint has no credentials`,
          remedy:
            'add authorization with a token that may get /metrics, or pass --metrics-endpoint-auth=false to the picker',
        };
      }
    }
  },
};

function guardedPickers(set: ResourceSet): ReadonlyMap<PodTemplate, EndpointPicker> {
  const guarded = set.view(endpointPickers).filter((picker) => isOn(picker, 'metrics-endpoint-auth'));
  return new Map(guarded.map((picker) => [picker.pod, picker]));
}
