import { configRule } from './config-rule';

export const CONFIG_HANDLER = configRule({
  code: 'LLMD-EPP-CONFIG-HANDLER',
  severity: 'error',
  title: 'One profile handler chooses among the profiles',
  why: 'The endpoint picker ends with "no profile handler configured", or because there are two. For a single profile it adds `single-profile-handler` itself.',
});
