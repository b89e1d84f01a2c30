import { configRule } from './config-rule';
import { config } from './example';

export const CONFIG_HANDLER = configRule({
  code: 'LLMD-EPP-CONFIG-HANDLER',
  severity: 'error',
  title: 'One profile handler chooses among the profiles',
  why: 'The endpoint picker ends with "no profile handler configured", or because there are two. For a single profile it adds `single-profile-handler` itself.',
  examples: {
    failing: config('schedulingProfiles:\n- { name: prefill, plugins: [] }\n- { name: decode, plugins: [] }\n'),
    passing: config('schedulingProfiles:\n- { name: decode, plugins: [] }\n'),
  },
});
