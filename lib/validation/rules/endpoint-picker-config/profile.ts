import { configRule } from './config-rule';

export const CONFIG_PROFILE = configRule({
  code: 'LLMD-EPP-CONFIG-PROFILE',
  severity: 'error',
  title: 'Every profile has a name of its own and at most one picker',
  why: 'The endpoint picker ends with "already have a registered picker plugin", or for want of a name. Without `schedulingProfiles` all plugins make one profile.',
});
