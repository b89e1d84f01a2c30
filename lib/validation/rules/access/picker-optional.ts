import type { Rule } from '../../rule';
import { lacking } from './picker-rights';

/** What an endpoint picker uses where the cluster or its settings ask for it. */
export const PICKER_OPTIONAL: Rule = {
  code: 'LLMD-ACCESS-PICKER-OPTIONAL',
  severity: 'warning',
  title: 'The ServiceAccount of an endpoint picker may do what the picker does now and then',
  why: 'llm-d-router follows rewrites and objectives of the older API group where the cluster lacks the newer one, and hangs there without this right. With leader election it writes an event for each new leader; without the right nobody sees the change.',
  check: (set) => lacking(set, false),
};
