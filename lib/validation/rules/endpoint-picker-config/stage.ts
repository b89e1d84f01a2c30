import { configRule } from './config-rule';
import { config } from './example';

export const CONFIG_STAGE = configRule({
  code: 'LLMD-EPP-CONFIG-STAGE',
  severity: 'warning',
  title: 'Every stage of disagg-profile-handler has its profile',
  why: 'The handler finds no profile of that name when a request comes, and the stage is left out or the request fails.',
  examples: {
    failing: config(
      'plugins: [{ type: disagg-profile-handler }]\nschedulingProfiles: [{ name: default, plugins: [] }]\n',
    ),
    passing: config(
      'plugins: [{ type: disagg-profile-handler }]\nschedulingProfiles: [{ name: decode, plugins: [] }]\n',
    ),
  },
});
