import { any, duration, integer, list, number, object, quantity, string } from './shape';

/*
 * Parts of EndpointPickerConfig that are the same in several releases, as its Go types have them. Source:
 * apix/config/v1alpha1/endpointpickerconfig_types.go of each release.
 */

export const reference = object({ pluginRef: string() });

export const commonFields = {
  apiVersion: string(),
  kind: string(),
  featureGates: list(string()),
  plugins: list(object({ name: string(), type: string(), parameters: any })),
  schedulingProfiles: list(
    object({ name: string(), plugins: list(object({ pluginRef: string(), weight: number() })) }),
  ),
};

export const sources = list(object({ pluginRef: string(), extractors: list(reference) }));

export const policies = { fairnessPolicyRef: string(), orderingPolicyRef: string() };
export const band = object({ priority: integer(), maxBytes: quantity(), maxRequests: quantity(), ...policies });

export const flowControlFields = {
  maxBytes: quantity(),
  maxRequests: quantity(),
  defaultRequestTTL: duration(),
  defaultPriorityBand: band,
  priorityBands: list(band),
  usageLimitPolicyPluginRef: string(),
};
