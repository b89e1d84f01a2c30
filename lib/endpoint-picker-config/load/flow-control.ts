import type { Path } from '../../text/path';
import type { Role } from '../../catalogue/endpoint-picker/plugins/plugin-type';
import type { Load } from './load';

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
export function makePolicies(load: Load): void {
  for (const type of [...POLICIES.map(([, , policy]) => policy), USAGE_LIMIT]) {
    if (type in load.catalogue && !load.plugins.has(type)) load.addDefault(type);
  }
}

/** Checks the section of flow control, which counts only where its feature gate is open. */
export function checkFlowControl(load: Load, isOpen: boolean, templates: readonly string[]): void {
  const { config, report } = load;
  const section = config.flowControl;
  if (!isOpen) {
    markUsed(load, section ?? {}, templates);
    // A saturation detector counts in any case.
    if (Object.keys(section ?? {}).some((field) => field !== 'saturationDetector')) {
      const message = 'flowControl does nothing without the feature gate flowControl';
      report('LLMD-EPP-CONFIG-NO-EFFECT', ['flowControl'], message, 'add flowControl to featureGates, or take it away');
    }
    return;
  }
  const { defaultRequestTTL, priorityBands = [], usageLimitPolicyPluginRef } = section ?? {};
  checkLimits(load, section ?? {}, ['flowControl']);
  if (defaultRequestTTL < 0) notNegative(load, ['flowControl', 'defaultRequestTTL']);
  for (const template of templates) checkBand(load, section?.[template] ?? {}, ['flowControl', template]);
  const priorities = new Set<number>();
  priorityBands.forEach((band: Band, index: number) => {
    const path = ['flowControl', 'priorityBands', index];
    const { priority = 0 } = band;
    if (priorities.has(priority)) {
      const message = `there is another band of priority ${priority} before it`;
      report('LLMD-EPP-CONFIG-FLOW-CONTROL', path, message, 'give every band a priority of its own');
    }
    priorities.add(priority);
    checkBand(load, band, path);
  });
  if (USAGE_LIMIT in load.catalogue) {
    load.resolve(usageLimitPolicyPluginRef || USAGE_LIMIT, 'usage limit policy', [
      'flowControl',
      'usageLimitPolicyPluginRef',
    ]);
  }
}

function checkBand(load: Load, band: Band, path: Path): void {
  checkLimits(load, band, path);
  for (const [field, role, type] of POLICIES) load.resolve(band[field] || type, role, [...path, field]);
}

function checkLimits(load: Load, limits: Pick<Band, 'maxBytes' | 'maxRequests'>, path: Path): void {
  for (const field of ['maxBytes', 'maxRequests'] as const) {
    if ((limits[field] ?? 0) < 0) notNegative(load, [...path, field]);
  }
}

function notNegative({ report }: Load, path: Path): void {
  report('LLMD-EPP-CONFIG-FLOW-CONTROL', path, 'a negative value is there, expected 0 or more', 'write 0 or more');
}

/** What a closed section refers to is used as far as anybody meant it. */
function markUsed(load: Load, section: any, templates: readonly string[]): void {
  const bands: Band[] = [...templates.map((template) => section[template] ?? {}), ...(section.priorityBands ?? [])];
  for (const band of bands) for (const [field] of POLICIES) load.used.add(band[field] ?? '');
  load.used.add(section.usageLimitPolicyPluginRef ?? '');
}
