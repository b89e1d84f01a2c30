import type { Role } from '../../catalogue/endpoint-picker/plugins/plugin-type';
import type { Instance, ConfigLoader } from './config-loader';
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
export function reportUnused(loader: ConfigLoader): void {
  const profiles: readonly Profile[] = loader.config.schedulingProfiles ?? [];
  const takesPicker = ({ plugins = [] }: Profile) =>
    !plugins.some(({ pluginRef = '' }) => has(loader, pluginRef, 'picker'));
  const byThemselves: Role[] =
    profiles.length === 0 ? ['filter', 'scorer', 'picker'] : profiles.some(takesPicker) ? ['picker'] : [];
  for (const instance of loader.plugins.values()) {
    if (isUnused(loader, instance, byThemselves)) {
      const message = `nothing refers to plugin ${instance.name}, so that it does nothing`;
      loader.report('LLMD-EPP-CONFIG-UNUSED-PLUGIN', instance.path!, message, 'refer to it, or take it away');
    }
  }
}

function isUnused({ used }: ConfigLoader, { name, path, type }: Instance, byThemselves: readonly Role[]): boolean {
  if (path === undefined || type === undefined || used.has(name)) return false;
  return type.roles.every((role) => REFERRED.has(role)) && !type.roles.some((role) => byThemselves.includes(role));
}

function has({ plugins }: ConfigLoader, name: string, role: Role): boolean {
  return plugins.get(name)?.type?.roles.includes(role) === true;
}
