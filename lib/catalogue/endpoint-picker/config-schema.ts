import { any, boolean, duration, integer, list, number, object, type ObjectShape, quantity, string } from './shape';

/* The Go types of EndpointPickerConfig. Source: apix/config/v1alpha1/endpointpickerconfig_types.go of each release. */

const reference = object({ pluginRef: string() });

const common: ObjectShape['fields'] = {
  apiVersion: string(),
  kind: string(),
  featureGates: list(string()),
  plugins: list(object({ name: string(), type: string(), parameters: any })),
  schedulingProfiles: list(
    object({ name: string(), plugins: list(object({ pluginRef: string(), weight: number() })) }),
  ),
};

const sources = list(object({ pluginRef: string(), extractors: list(reference) }));

const policies = { fairnessPolicyRef: string(), orderingPolicyRef: string() };
const bandInBytes = object({ priority: integer(), maxBytes: integer(), ...policies });
const band = object({ priority: integer(), maxBytes: quantity(), maxRequests: quantity(), ...policies });

const flowControl: ObjectShape['fields'] = {
  maxBytes: quantity(),
  maxRequests: quantity(),
  defaultRequestTTL: duration(),
  defaultPriorityBand: band,
  priorityBands: list(band),
  usageLimitPolicyPluginRef: string(),
};

export const gaieV140Schema = object({
  ...common,
  saturationDetector: object({
    queueDepthThreshold: integer(),
    kvCacheUtilThreshold: number(),
    metricsStalenessThreshold: { ...duration(), notNull: true },
  }),
  data: object({ sources }),
  flowControl: object({
    maxBytes: integer(),
    defaultRequestTTL: duration(),
    defaultPriorityBand: bandInBytes,
    priorityBands: list(bandInBytes),
  }),
});

export const gaieV150Schema = object({
  ...common,
  saturationDetector: reference,
  dataLayer: object({ sources }),
  flowControl: object(flowControl),
  parser: reference,
});

export const llmdRouterV0100Schema = object({
  ...common,
  saturationDetector: reference,
  dataLayer: object({
    injectDefaults: boolean,
    sources,
    discovery: reference,
    crossReplicaSyncerPluginRef: string(),
    crossReplicaSyncInterval: duration(),
  }),
  flowControl: object({
    ...flowControl,
    defaultNegativePriorityBand: band,
    saturationDetector: reference,
    enableEviction: boolean,
  }),
  requestHandler: object({ parsers: list(reference) }),
  parser: reference,
});
