import type { Examples } from '../../../api-server/example';
import { config, configMap, gaieConfig } from './example';
import { picker, stack } from '../example-objects';

/** The complete stack, whose picker reads this configuration. */
const read = (text: string, { image, args = '' }: { readonly image?: string; readonly args?: string }) =>
  stack(
    {
      picker: picker({
        args: `--pool-name=opt, --config-file=/config/plugins.yaml${args}`,
        image,
        container: 'volumeMounts: [{ name: config, mountPath: /config }]',
        pod: 'volumes: [{ name: config, configMap: { name: epp } }]',
      }),
    },
    configMap(text),
  );

const readBy140 = (text: string) =>
  read(gaieConfig(text), { image: 'registry.k8s.io/gateway-api-inference-extension/epp:v1.4.0' });

const withFlags = (args: string) => read(config('plugins: [{ type: session-affinity-scorer }]\n'), { args });

export const ENDPOINT_PICKER_CONFIG_EXAMPLES: Examples = {
  'LLMD-EPP-CONFIG-API': {
    failing: config('plugins: []\n').replace('v1alpha1', 'v1'),
    passing: config('plugins: []\n'),
  },
  'LLMD-EPP-CONFIG-DATA-LAYER': {
    failing: readBy140('featureGates: [dataLayer]\n'),
    passing: readBy140('featureGates: []\n'),
  },
  'LLMD-EPP-CONFIG-DATA': {
    failing: gaieConfig('plugins: [{ type: token-load-scorer }, { type: inflight-load-producer }]\n'),
    passing: gaieConfig('plugins: [{ type: token-load-scorer }]\n'),
  },
  'LLMD-EPP-CONFIG-DEPRECATED': {
    failing: config('plugins: [{ type: by-label-selector }]\n'),
    passing: config('plugins: [{ type: label-selector-filter }]\n'),
  },
  'LLMD-EPP-CONFIG-EXPERIMENTAL': {
    failing: withFlags(''),
    passing: withFlags(', --allow-experimental-plugins'),
  },
  'LLMD-EPP-CONFIG-FIELD': {
    failing: config('plugins:\n- Type: queue-scorer\n'),
    passing: config('plugins:\n- type: queue-scorer\n'),
  },
  'LLMD-EPP-CONFIG-FLOW-CONTROL': {
    failing: config('featureGates: [flowControl]\nflowControl:\n  priorityBands: [{ priority: 1 }, { priority: 1 }]\n'),
    passing: config('featureGates: [flowControl]\nflowControl:\n  priorityBands: [{ priority: 1 }, { priority: 2 }]\n'),
  },
  'LLMD-EPP-CONFIG-GATE': {
    failing: config('featureGates: [dataLayer]\n'),
    passing: config('featureGates: [flowControl]\n'),
  },
  'LLMD-EPP-CONFIG-HANDLER': {
    failing: config('schedulingProfiles:\n- { name: prefill, plugins: [] }\n- { name: decode, plugins: [] }\n'),
    passing: config('schedulingProfiles:\n- { name: decode, plugins: [] }\n'),
  },
  'LLMD-EPP-CONFIG-IGNORED-PARAMETER': {
    failing: gaieConfig('plugins:\n- type: max-score-picker\n  parameters: { maxEndpoints: 2 }\n'),
    passing: gaieConfig('plugins:\n- type: max-score-picker\n  parameters: { maxNumOfEndpoints: 2 }\n'),
  },
  'LLMD-EPP-CONFIG-METRICS': {
    failing: config(
      'plugins: [{ name: scrape, type: metrics-data-source }]\ndataLayer:\n  sources: [{ pluginRef: scrape }]\n',
    ),
    passing: config(
      'plugins: [{ type: metrics-data-source }]\ndataLayer:\n  sources: [{ pluginRef: metrics-data-source }]\n',
    ),
  },
  'LLMD-EPP-CONFIG-NO-EFFECT': {
    failing: config('flowControl: { maxRequests: 100 }\n'),
    passing: config('featureGates: [flowControl]\nflowControl: { maxRequests: 100 }\n'),
  },
  'LLMD-EPP-CONFIG-PARAMETERS': {
    failing: config('plugins:\n- type: max-score-picker\n  parameters: { maxNumOfEndpoints: two }\n'),
    passing: config('plugins:\n- type: max-score-picker\n  parameters: { maxNumOfEndpoints: 2 }\n'),
  },
  'LLMD-EPP-CONFIG-PLUGIN-NAME': {
    failing: config('plugins:\n- type: queue-scorer\n- type: queue-scorer\n'),
    passing: config('plugins:\n- type: queue-scorer\n- { name: second, type: queue-scorer }\n'),
  },
  'LLMD-EPP-CONFIG-PLUGIN-TYPE': {
    failing: config('plugins:\n- type: queue-score\n'),
    passing: config('plugins:\n- type: queue-scorer\n'),
  },
  'LLMD-EPP-CONFIG-PROFILE': {
    failing: config('plugins:\n- type: max-score-picker\n- type: random-picker\n'),
    passing: config('plugins:\n- type: max-score-picker\n'),
  },
  'LLMD-EPP-CONFIG-REFERENCE': {
    failing: config(
      'plugins:\n- type: queue-scorer\nschedulingProfiles:\n- name: default\n  plugins: [{ pluginRef: queue-scorer }, { pluginRef: queue }]\n',
    ),
    passing: config(
      'plugins:\n- type: queue-scorer\nschedulingProfiles:\n- name: default\n  plugins: [{ pluginRef: queue-scorer }]\n',
    ),
  },
  'LLMD-EPP-CONFIG-SOURCES': {
    failing: gaieConfig('plugins: [{ type: queue-scorer }]\ndataLayer: {}\n'),
    passing: gaieConfig('plugins: [{ type: queue-scorer }]\n'),
  },
  'LLMD-EPP-CONFIG-STAGE': {
    failing: config(
      'plugins: [{ type: disagg-profile-handler }]\nschedulingProfiles: [{ name: default, plugins: [] }]\n',
    ),
    passing: config(
      'plugins: [{ type: disagg-profile-handler }]\nschedulingProfiles: [{ name: decode, plugins: [] }]\n',
    ),
  },
  'LLMD-EPP-CONFIG-SYNTAX': {
    failing: configMap(config('plugins:\n- type: queue-scorer\n  type: max-score-picker\n')),
    passing: configMap(config('plugins:\n- type: queue-scorer\n')),
  },
  'LLMD-EPP-CONFIG-UNUSED-PLUGIN': {
    failing: config('plugins: [{ type: queue-scorer }]\nschedulingProfiles: [{ name: default, plugins: [] }]\n'),
    passing: config(
      'plugins: [{ type: queue-scorer }]\nschedulingProfiles: [{ name: default, plugins: [{ pluginRef: queue-scorer }] }]\n',
    ),
  },
  'LLMD-EPP-CONFIG-WEIGHT': {
    failing: config(
      'plugins: [{ type: queue-scorer }]\nschedulingProfiles:\n- name: default\n  plugins: [{ pluginRef: queue-scorer, weight: -1 }]\n',
    ),
    passing: config(
      'plugins: [{ type: queue-scorer }]\nschedulingProfiles:\n- name: default\n  plugins: [{ pluginRef: queue-scorer, weight: 1 }]\n',
    ),
  },
};
