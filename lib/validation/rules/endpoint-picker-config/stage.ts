import { configRule } from './config-rule';

export const CONFIG_STAGE = configRule({
  code: 'LLMD-EPP-CONFIG-STAGE',
  severity: 'warning',
  title: 'Every stage of disagg-profile-handler has its profile',
  why: 'The handler finds no profile of that name when a request comes, and the stage is left out or the request fails.',
});
