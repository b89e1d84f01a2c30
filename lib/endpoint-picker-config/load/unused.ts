import type { Role } from '../../catalogue/endpoint-picker/plugins/plugin-type';
import type { Instance, Load } from './load';
import type { Profile } from './profiles';

/** What works only where something refers to it. */
const REFERRED: ReadonlySet<Role> = new Set<Role>([
  'filter',
  'scorer',
  'picker',
  'decider',
  'data source',
  'extractor',
  'discovery',
  'parser',
  'saturation detector',
  'fairness policy',
  'ordering policy',
  'usage limit policy',
]);

/** Says which plugins are made for nothing. */
export function reportUnused(load: Load): void {
  const profiles: readonly Profile[] = load.config.schedulingProfiles ?? [];
  const takesPicker = ({ plugins = [] }: Profile) =>
    !plugins.some(({ pluginRef = '' }) => has(load, pluginRef, 'picker'));
  const byThemselves: Role[] =
    profiles.length === 0 ? ['filter', 'scorer', 'picker'] : profiles.some(takesPicker) ? ['picker'] : [];
  for (const instance of load.plugins.values()) {
    if (isUnused(load, instance, byThemselves)) {
      const message = `nothing refers to plugin ${instance.name}, so that it does nothing`;
      load.report('LLMD-EPP-CONFIG-UNUSED-PLUGIN', instance.path!, message, 'refer to it, or take it away');
    }
  }
}

function isUnused({ used }: Load, { name, path, is }: Instance, byThemselves: readonly Role[]): boolean {
  if (path === undefined || is === undefined || used.has(name)) return false;
  return is.is.every((role) => REFERRED.has(role)) && !is.is.some((role) => byThemselves.includes(role));
}

function has({ plugins }: Load, name: string, role: Role): boolean {
  return plugins.get(name)?.is?.is.includes(role) === true;
}
