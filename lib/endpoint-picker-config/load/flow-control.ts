import type { Path } from '../../text/path';
import type { Role } from '../../catalogue/endpoint-picker/plugins/plugin-type';
import type { ConfigLoader } from './config-loader';

interface Band {
  readonly priority?: number;
  readonly maxBytes?: number;
  readonly maxRequests?: number;
  readonly fairnessPolicyRef?: string;
  readonly orderingPolicyRef?: string;
}

/** The policies of flow control, by the field that names each, with the one that is used where none is named. */
const POLICIES: readonly (readonly [field: 'fairnessPolicyRef' | 'orderingPolicyRef', role: Role, type: string])[] = [
  ['orderingPolicyRef', 'ordering policy', 'fcfs-ordering-policy'],
  ['fairnessPolicyRef', 'fairness policy', 'global-strict-fairness-policy'],
];
const USAGE_LIMIT = 'static-usage-limit-policy';

/** Adds the policies that flow control cannot do without, even where it is off. */
export function makePolicies(loader: ConfigLoader): void {
  for (const type of [...POLICIES.map(([, , policy]) => policy), USAGE_LIMIT]) {
    if (type in loader.types && !loader.plugins.has(type)) loader.addDefault(type);
  }
}

/** Checks the section of flow control, which counts only where its feature gate is open. */
export function checkFlowControl(loader: ConfigLoader, isOpen: boolean, templates: readonly string[]): void {
  const { config, report } = loader;
  const section = config.flowControl;
  if (!isOpen) {
    markUsed(loader, section ?? {}, templates);
    // A saturation detector counts in any case.
    if (Object.keys(section ?? {}).some((field) => field !== 'saturationDetector')) {
      const message = 'flowControl does nothing without the feature gate flowControl';
      report('LLMD-EPP-CONFIG-NO-EFFECT', ['flowControl'], message, 'add flowControl to featureGates, or take it away');
    }
    return;
  }
  const { defaultRequestTTL, priorityBands = [], usageLimitPolicyPluginRef } = section ?? {};
  checkLimits(loader, section ?? {}, ['flowControl']);
  if (defaultRequestTTL < 0) notNegative(loader, ['flowControl', 'defaultRequestTTL']);
  for (const template of templates) checkBand(loader, section?.[template] ?? {}, ['flowControl', template]);
  const priorities = new Set<number>();
  priorityBands.forEach((band: Band, index: number) => {
    const path = ['flowControl', 'priorityBands', index];
    const { priority = 0 } = band;
    if (priorities.has(priority)) {
      const message = `there is another band of priority ${priority} before it`;
      report('LLMD-EPP-CONFIG-FLOW-CONTROL', path, message, 'give every band a priority of its own');
    }
    priorities.add(priority);
    checkBand(loader, band, path);
  });
  if (USAGE_LIMIT in loader.types) {
    loader.resolve(usageLimitPolicyPluginRef || USAGE_LIMIT, 'usage limit policy', [
      'flowControl',
      'usageLimitPolicyPluginRef',
    ]);
  }
}

function checkBand(loader: ConfigLoader, band: Band, path: Path): void {
  checkLimits(loader, band, path);
  for (const [field, role, type] of POLICIES) loader.resolve(band[field] || type, role, [...path, field]);
}

function checkLimits(loader: ConfigLoader, limits: Pick<Band, 'maxBytes' | 'maxRequests'>, path: Path): void {
  for (const field of ['maxBytes', 'maxRequests'] as const) {
    if ((limits[field] ?? 0) < 0) notNegative(loader, [...path, field]);
  }
}

function notNegative({ report }: ConfigLoader, path: Path): void {
  report('LLMD-EPP-CONFIG-FLOW-CONTROL', path, 'a negative value is there, expected 0 or more', 'write 0 or more');
}

/** What a closed section refers to is used as far as it was meant. */
function markUsed(loader: ConfigLoader, section: any, templates: readonly string[]): void {
  const bands: Band[] = [...templates.map((template) => section[template] ?? {}), ...(section.priorityBands ?? [])];
  for (const band of bands) for (const [field] of POLICIES) loader.used.add(band[field] ?? '');
  loader.used.add(section.usageLimitPolicyPluginRef ?? '');
}
